/** The browser's side of Hark. Pages work without it; each line makes one thing better. */

import { apply } from './place.js';
import { times } from './times.js';
import { pane } from './pane.js';
import { drafts } from './drafts.js';
import { composer } from './composer.js';
import { chat } from './timeline.js';
import { read } from './read.js';
import { stateLine } from './state.js';
import { later } from './later.js';
import { stream } from './stream.js';

// Who dresses what was placed (times, marks) comes before who measures it.
for (const begin of [apply, times, pane, drafts, composer, chat, read, stateLine, later, stream]) begin();
