/** The programmes of this app by their names, which are the kinds of project that people can choose. */
export type ProgrammeId = 'assessment' | 'census'
