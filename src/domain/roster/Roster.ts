/** Register status of a household on the list; `null` where the list's columns left it open (see `status_unknown`). */
export type RegisterStatus = 'exited' | 'poor' | 'relapsed' | 'unregistered'

/** Marks of a list on a household to be watched, besides its status: 重点户, 边缘户, 脱贫不稳定户. */
export type HouseholdMark = 'priority' | 'marginal' | 'unstable'

export type Sex = 'male' | 'female'

/** One person of the list. Every field but `id` may be missing on a real list; missing is `null`, never a default. */
export interface RosterMember {
  /** 人编号; else `m-` and a keyed hash of the ID number; else a weak key of household, name and birth date. */
  readonly id: string
  readonly weakKey?: true
  readonly name: string | null
  /** As on the list, spaces removed and `x` upper case: 15, 18, 20 or 22 characters when sound. */
  readonly idNumber: string | null
  /** Code of `resources/codes/relation.json`; `head` for the head. */
  readonly relation: string | null
  /** ISO date `YYYY-MM-DD`. */
  readonly birthDate: string | null
  /** Set when the date was computed from an age. */
  readonly birthDateApproximate?: true
  readonly sex: Sex | null
  readonly ethnicity: string | null
  readonly educationLevel: string | null
  readonly studentStatus: string | null
  /** Codes of `resources/codes/health.json`; `null` when the list gives none. */
  readonly health: readonly string[] | null
  readonly laborAbility: string | null
  readonly workPlace: string | null
  /** Months worked in the list's year, 0 to 12. */
  readonly workMonths: number | null
  /** 是否享受低保, where the list gives it. */
  readonly receivesAllowance?: boolean
  /** 失学或辍学原因, where the list gives one. */
  readonly dropoutReason?: string
  readonly phone: string | null
  readonly source: SourceRow
  /** Columns nobody knows, header to cell text, kept so that they can be exported again. */
  readonly kept: Readonly<Record<string, string>>
}

/** One household of the list with its members, head first. */
export interface RosterHousehold {
  /** 户编号; else `h-` and a keyed hash of the head's ID number; else a weak key of village, head and birth date. */
  readonly id: string
  readonly weakKey?: true
  readonly headName: string | null
  readonly status: RegisterStatus | null
  readonly mark?: HouseholdMark
  readonly exitYear: number | null
  readonly identifiedYear: number | null
  readonly province: string | null
  /** The prefecture (市, 州, 地区, 盟), where the list gives it. */
  readonly city?: string
  readonly county: string | null
  readonly township: string | null
  readonly village: string | null
  /** 自然村, 组. */
  readonly hamlet: string | null
  /** Yuan per person per year on the register. */
  readonly registryIncome: number | null
  /** 工资性收入 in yuan, where the list has it. */
  readonly wageIncome?: number
  /** Code of `resources/codes/household_category.json` (贫困户属性). */
  readonly category: string | null
  /** Codes of `resources/codes/poverty_cause.json`. */
  readonly povertyCauses: readonly string[]
  /** Household size as the list states it; compared with the rows. */
  readonly statedSize: number | null
  readonly phone: string | null
  readonly unsafeHouse: boolean | null
  readonly safeWater: boolean | null
  readonly members: readonly RosterMember[]
  readonly source: SourceRow
  readonly kept: Readonly<Record<string, string>>
}

export interface SourceRow {
  readonly file: string
  readonly sheet: string
  /** 1-based, as Excel counts. */
  readonly row: number
}

/** Every row read ends in exactly one of the other four: they add up to `read`. */
export interface RowCounts {
  readonly read: number
  readonly imported: number
  readonly merged: number
  readonly skipped: number
  readonly rejected: number
}
