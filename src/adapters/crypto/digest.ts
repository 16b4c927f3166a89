export { digest } from '../../domain/shared/digest'
