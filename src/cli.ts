import { FileTrouble, isSystemError } from './adapters/files/FileTrouble'
import { textsOf } from './adapters/resources/texts'
import { COMMANDS } from './cli/commands'
import { fileProblem } from './cli/fileProblem'
import { warn } from './cli/print'
import { problemLines } from './cli/problemLines'

const USAGE = `yihu: households judged against the exit standard, from the terminal

  yihu roster FILE…                                      read rosters and tell what was found
  yihu assess --roster FILE --answers FILE.jsonl --as-of YYYY-MM-DD --region central|west|CODE
                                                         judge the households of a roster by answers
  yihu census --roster FILE --answers FILE.jsonl --as-of YYYY-MM-DD --region central|west|CODE
                                                         count the census: coverage and tables
  yihu decisions FILE.xlsx --roster FILE --answers FILE.jsonl …
                                                         take back a review workbook that was filled in
  yihu forms --village NAME --form NAME --roster FILE --answers FILE.jsonl …
                                                         hand forms filled in from the record, and the blank form
  yihu sample --roster FILE… --seed TEXT --log OUT.json  draw households, with a log that draws them again
  yihu practice --households N --seed S --out DIR        write a generated county to try things on; --team N with packages
  yihu merge PACKAGE… --key FILE --into DIR              unite a team's sealed packages in a folder
  yihu verify PACKAGE --key FILE                         tell whether a package would be taken
  yihu export --from DIR [--out FILE.xlsx]               judge what a folder holds, as assess does
  yihu export … --format csv|jsonl|dta|sav --into DIR    write the records as files of data
  yihu load --from DIR… --into postgres://…               put a lake into PostgreSQL, for tables --engine postgres://…
  yihu tables --from DIR…                                count a lake of counties: tables, measures, provinces, the country
  yihu lake-check --from DIR…                            hold the counties of a lake against each other
  yihu reconcile --roster FILE --list FILE --source NAME --date YYYY-MM-DD
                                                         hold another list of people against the register
  yihu xlsform --out FILE.xlsx                           write the form for ODK and KoboToolbox
  yihu answers FILE… --out ANSWERS.jsonl                 take back what was collected with it

All take --lang zh-CN|en; all but practice and forms --json; where much may be told, --verbose tells all of it. Exit: 0 done, 1 refused with problems, 2 wrong usage.`

let isAnswerLost = false
// An answer that was sent into a file on a full disk is none. Who closed a pipe has read enough, and needs no word of it.
process.stdout.on('error', (error) => {
  if (!isSystemError(error)) throw error
  if (!isAnswerLost && error.code !== 'EPIPE')
    warn(problemLines([fileProblem(new FileTrouble('输出', 'write', error))], textsOf('zh-CN')))
  isAnswerLost = true
})
process.on('exit', () => {
  if (isAnswerLost) process.exitCode = 1
})

const [name = '', ...args] = process.argv.slice(2)
const command = Object.entries(COMMANDS).find(([each]) => each === name)?.[1]
if (command !== undefined) process.exitCode = await command(args)
else if (name === '--help' || name === 'help') console.log(USAGE)
else {
  console.error(USAGE)
  process.exitCode = 2
}
