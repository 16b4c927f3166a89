import { keyText, type CommandTable } from '../../src/ui/app/keys/Command'
import { HOUSEHOLDS_COMMANDS } from '../../src/ui/households/commands'
import { INTERVIEW_COMMANDS, READING_COMMANDS } from '../../src/ui/interview/commands'
import { SUSPICIONS_COMMANDS } from '../../src/ui/suspicions/commands'
import { markdownTable, renewWhenAsked, type GeneratedPart } from './generatedPart'

/** What the guide says of each command of a page. */
type Explained<Table extends CommandTable> = Readonly<Record<keyof Table, string>>

const HOUSEHOLDS: Explained<typeof HOUSEHOLDS_COMMANDS> = {
  interview: '入户',
  search: '找人：姓名、拼音首字母（如 `ljg`）、户编号末几位、证件号码末六位以上',
  result: '结果页',
  next: '本村下一户',
  showAll: '全部显示（去掉筛选）',
  showReturned: '只看退回的户，再按全部显示',
  add: '补一户：名单上没有、入户时遇到的户',
  move: '转成员：人其实住在另一户',
  split: '分户：一户其实是两户，两边有连接',
  verify: '复核：疑似和待核实的户，只问没有弄清的题',
  backcheck: '派人回访：另一个人重新访谈，做完以前看不到初访的答案',
  contact: '联系：名单上的电话，找过几次，约在什么时候',
  paper: '录纸质表：填入户日期和谁问的，再照纸上的次序录',
  supervise: '先在左边选村，再按，列为重点督导村，排到最前',
}

const INTERVIEW: Explained<typeof INTERVIEW_COMMANDS> = {
  choose: '选答案；多选题可按几个，再按 `Enter`',
  evidence: '依据：本人说、旁人说、看到、看了材料',
  next: '下一题；写字、写数时是“写好了”',
  walk: '上一题、下一题',
  group: '下一组；同时按 `Shift` 是上一组',
  groupNumber: '跳到这一组；更后面的组用鼠标点',
  undo: '撤回刚做的事：答案、勾选、字母、跳转、添的人、删的一笔',
  leave: '回到户列表，下次接着问',
  everyone: '大家都是：成员题一次填完',
  note: '给这一题写备注，几条都行，写完 `Enter` 回到原来那题',
  photo: '照片：选一张或几张（JPEG、PNG、WebP），缩小后加密存好；`Enter` 回到原来那题',
  camera: '拍照：用电脑的摄像头，见[拍照和录音](#拍照和录音)',
  sound: '录音：先到录音那题问一声，再按开始，在哪一题都能再按停下',
  soundFile: '选已有的录音文件',
  reason: '改动说明，见[改答案](#8-改答案)',
  unanswered: '下一道没答的',
  readAloud: '念账',
  line: '改一笔账：再按第几笔',
  member: '新增一个人（名单上没有的家人）；确有此人再按',
  comment: '到组长退回意见的下一处',
  verdict: '隐藏右边的判定，旁人看不到；再按显示。换一户也不变',
  end: '结束入户',
}

const READING: Explained<typeof READING_COMMANDS> = {
  next: '这一笔念过了，念下一笔；`↓` 也行',
  previous: '回到上一笔；`Backspace` 也行',
  correct: '这一笔不对，去改；改完整本重念',
  agrees: '念完以后：户主说对',
  disagrees: '念完以后：户主说不对，接着写哪里不对',
  leave: '不念了，回到题目',
}

const SUSPICIONS: Explained<typeof SUSPICIONS_COMMANDS> = {
  first: '认定疑点属实（错退、漏评、错评），接着写理由；`Ctrl+Enter` 保存',
  second: '认定疑点不成立（退出属实……），接着写理由；`Ctrl+Enter` 保存',
  confirm: '选第二人，`Enter` 确认；认定人自己不能确认',
  tickAll: '勾上列表里全部等确认的；在列表里按空格勾一件。勾了再按 `C`，写一个理由，一起确认',
  rebut: '记县里的申辩，可以附照片，选文件或者当场拍',
  ask: '就这一户问县里或同事，见“团队”页',
  nextOpen: '下一个没有定的',
  result: '看这一户的全部结果，`Esc` 回来',
  verify: '去复核：只问没有弄清的题',
  list: '回到左边的列表；`↑` `↓` 选户',
}

/** The keys of the pages that are worked by keys, as the guide has them. */
export const KEY_TABLES: readonly GeneratedPart[] = [
  part('keys of the list', HOUSEHOLDS_COMMANDS, HOUSEHOLDS),
  part('keys of the interview', INTERVIEW_COMMANDS, INTERVIEW),
  part('keys of the reading', READING_COMMANDS, READING),
  part('keys of the suspicions', SUSPICIONS_COMMANDS, SUSPICIONS),
]

function part<Table extends CommandTable>(
  name: string,
  table: Table,
  explained: Explained<Table>,
): GeneratedPart {
  const rows = Object.keys(table).map((command) => {
    const { keys } = table[command] as Table[string]
    return [keysCell(keys), explained[command as keyof Table]]
  })
  return { document: 'docs/guide.zh-CN.md', name, make: () => markdownTable(['键', '作用'], rows) }
}

/** Every key, a row of digits by its ends. */
function keysCell(keys: readonly string[]): string {
  const code = (key: string): string =>
    `\`${key.startsWith('Arrow') ? keyText(key) : key}\``.replace('Escape', 'Esc')
  const [first = '', last = ''] = [keys[0], keys.at(-1)]
  return keys.length > 4 ? `${code(first)} … ${code(last)}` : keys.map(code).join(' ')
}

for (const each of KEY_TABLES) renewWhenAsked(import.meta, each)
