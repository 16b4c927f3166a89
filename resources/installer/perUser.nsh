; Installs for the user alone: the page that asks for whom, and with it the question for an administrator, is passed over.
!macro customInstallMode
  StrCpy $isForceCurrentInstall "1"
!macroend
