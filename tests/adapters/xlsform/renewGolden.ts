import { renewGoldenXform } from './goldenXform'

renewGoldenXform()
