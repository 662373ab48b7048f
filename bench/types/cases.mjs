// What the budgets are for, in the order of the table.
import { features } from './features.mjs'
import { calls, convolutions, pairs, resnet50, transformer, unet, vgg19 } from './models.mjs'

export const cases = [
  ...features,
  ...Object.entries({
    'sequential, 1 conv2d': convolutions(1),
    'sequential, 400 conv2d': convolutions(400),
    'sequential, 1 pair': pairs(1),
    'sequential, 50 pairs': pairs(50),
    'sequential, 400 pairs': pairs(400),
    'sequential, 450 pairs': pairs(450),
    'graph, 5 calls': calls(5),
    'graph, 50 calls': calls(50),
    'graph, 500 calls': calls(500),
  }).map(([name, made]) => ({ name, group: 'growth', ...made })),
  ...Object.entries({
    'VGG-19': vgg19(),
    'VGG-19, ParamCount': vgg19({ params: true }),
    'ResNet-50': resnet50(),
    'ResNet-50, weights': resnet50({ weights: true }),
    'ResNet-50, weights and ParamCount': resnet50({ weights: true, params: true }),
    'U-Net': unet(),
    'U-Net on names': unet({ named: true }),
    'transformer, 12 blocks': transformer(12),
    'transformer, 12 blocks, ParamCount': transformer(12, { params: true }),
  }).map(([name, made]) => ({ name, group: 'models', ...made })),
]

/** What one layer more costs, between two lengths; `most` is the target on 7.0. */
export const steps = [
  {
    name: 'a distinct conv2d of 400 in a sequential',
    few: ['sequential, 1 conv2d', 1],
    many: ['sequential, 400 conv2d', 400],
    most: 250,
  },
  {
    name: 'a layer of conv2d and activation, of 800',
    few: ['sequential, 1 pair', 2],
    many: ['sequential, 400 pairs', 800],
    most: 150,
  },
  { name: 'a layer of the same, of 100', few: ['sequential, 1 pair', 2], many: ['sequential, 50 pairs', 100] },
  { name: 'a layer of the same, of 900', few: ['sequential, 1 pair', 2], many: ['sequential, 450 pairs', 900] },
  { name: 'a call of 50 in a graph', few: ['graph, 5 calls', 5], many: ['graph, 50 calls', 50] },
  { name: 'a call of 500 in a graph', few: ['graph, 5 calls', 5], many: ['graph, 500 calls', 500] },
]

/** Cost must not grow with length: the second step is at most 1.25 times the first, on every compiler. */
export const GROWTH = 1.25
export const constant = [
  ['a layer of the same, of 100', 'a layer of conv2d and activation, of 800'],
  ['a layer of the same, of 100', 'a layer of the same, of 900'],
  ['a call of 50 in a graph', 'a call of 500 in a graph'],
]

/** Targets on 7.0 for whole models. */
export const targets = { 'ResNet-50, weights': 80_000, 'ResNet-50, weights and ParamCount': 250_000 }
