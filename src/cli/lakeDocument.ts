import type { LakeTable } from '../application/lake/tables/censusTables'
import type { AreaMeasures } from '../application/lake/tables/measures'
import type { Texts } from '../application/texts/Texts'
import type { Problem } from '../domain/shared/Problem'
import { print } from './print'
import { problem as problemJson } from './rosterJson'

/** The document that `yihu tables --json` prints, line by line; whatever stops the counting, it is a whole one at the end. */
export interface LakeDocument {
  table(table: LakeTable): void
  measures(measures: AreaMeasures): void
  end(problems: readonly Problem[]): void
}

/** Version of the document. */
const VERSION = 1

export function lakeDocument(texts: Texts): LakeDocument {
  let open: 'tables' | 'measures' | null = null
  function begin(list: 'tables' | 'measures'): void {
    const other = list === 'tables' ? 'measures' : 'tables'
    print(`{"version":${VERSION},"${other}":[],\n"${list}":[`)
    open = list
  }
  function line(list: 'tables' | 'measures', json: object): void {
    const isFirst = open === null
    if (isFirst) begin(list)
    print(`${isFirst ? '' : ','}${JSON.stringify(json)}`)
  }
  return {
    table({ area, ...table }) {
      line('tables', { ...area, ...table })
    },
    measures({ area, places, ...measured }) {
      line('measures', {
        ...area,
        ...measured,
        places: places.map(({ area: own, ...counts }) => ({ ...own, ...counts })),
      })
    },
    end(problems) {
      if (open === null) begin('tables')
      print(`],\n"problems":${JSON.stringify(problems.map((each) => problemJson(each, texts)))}}`)
    },
  }
}
