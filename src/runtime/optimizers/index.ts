export { createOptimizer, type Optimizer } from './optimizer.js'
