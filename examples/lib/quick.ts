/** With SHAPEPROOF_QUICK=1 an example uses little data and ends in seconds: enough to see that it runs, not to learn much. */
export const quick = process.env.SHAPEPROOF_QUICK === '1'
