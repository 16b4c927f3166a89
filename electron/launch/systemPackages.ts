/** What an Electron window under a virtual display, a test browser, Chinese text, recalculated workbooks, files of statistics, a lake's servers and installed packages need, by their Debian names. */
export const SYSTEM_PACKAGES: readonly string[] = [
  'libreoffice-calc',
  'readstat',
  'postgresql',
  ...['desktop-file-utils', 'shared-mime-info', 'squashfs-tools'],
  ...['chromium-headless-shell', 'fonts-noto-cjk', 'xvfb', 'xauth', 'dbus', 'unzip'],
  ...[
    'libnss3',
    'libgtk-3-0',
    'libgbm1',
    'libasound2',
    'libatk-bridge2.0-0',
    'libatk1.0-0',
    'libcups2',
    'libdrm2',
  ],
  ...[
    'libxcomposite1',
    'libxdamage1',
    'libxfixes3',
    'libxrandr2',
    'libxkbcommon0',
    'libpango-1.0-0',
    'libcairo2',
  ],
  ...['libxss1', 'libxtst6'],
]
