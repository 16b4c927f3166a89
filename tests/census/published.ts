/** Shares of the bulletins of the 2020 census, national poor counties: what a generated county answers. */
export const PUBLISHED = {
  /** Of households; each with what is left at the end. */
  food_protein: {
    any_time: 0.9894,
    sometimes: 0.0053,
    rarely_cannot_afford: 0.0001,
    rarely_by_choice: 0.0052,
  },
  housing: { already_safe: 0.4374, repaired: 0.4225, relocated: 0.1401 },
  water_source: { piped: 0.9367, other: 0.0633 },
  water_short: { never: 0.9986, few: 0.0014 },
  /** Of children. */
  education: { in_school: 0.9883, finished: 0.0017, exempt: 0.0099, out_of_school: 0.0001 },
  /** Of persons. */
  insurance: { resident: 0.9985, employee: 0.0014, other_or_exempt: 0.0001 },
  /** Of households, in 10,000 of 1482.2. */
  support: {
    industry: 1465.8 / 1482.2,
    employment: 1390.6 / 1482.2,
    health: 1476.6 / 1482.2,
    education: 807.1 / 1482.2,
  },
  industry: {
    own_inputs: 1146.4 / 1465.8,
    led_by_firm: 1076.5 / 1465.8,
    technical: 1064.8 / 1465.8,
    credit: 548.6 / 1465.8,
  },
  employment: {
    skills_training: 929.5 / 1390.6,
    technician_school: 47.6 / 1390.6,
    job_services: 1199.9 / 1390.6,
    start_up: 212.5 / 1390.6,
    public_post: 409.8 / 1390.6,
    workshop: 80.5 / 1390.6,
    travel_allowance: 330.9 / 1390.6,
  },
  health: {
    contribution_subsidy: 1456.4 / 1476.6,
    one_stop_settlement: 938.1 / 1476.6,
    family_doctor: 513.8 / 1476.6,
  },
  education_help: {
    preschool: 273.6 / 807.1,
    compulsory_allowance: 621.2 / 807.1,
    senior_fee: 191.1 / 807.1,
    vocational_fee: 103.9 / 807.1,
    state_grant: 275 / 807.1,
  },
  /** Of villages. */
  village_services: {
    hard_road: 0.996,
    power: 0.993,
    telecom: 0.999,
    broadband: 0.996,
    radio_tv: 0.999,
    service_building: 0.99,
    e_commerce: 0.627,
    culture_place: 0.989,
  },
  village_water: { all: 0.655, part: 0.319, none: 0.026 },
  village_refuse: { all: 0.899, part: 0.09, none: 0.011 },
} as const satisfies Readonly<Record<string, Readonly<Record<string, number>>>>
