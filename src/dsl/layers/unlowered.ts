/*
 * Layers whose shapes are stated and proven, but that have no forward pass yet: they are not exported to users. Each moves
 * to `index.ts` with its forward pass.
 */
export {}
