/** The browser's side of Hark. The server's pages work without it; each line below makes one thing better. */

import { apply } from './place.js';
import { times } from './times.js';
import { title } from './title.js';
import { composer } from './composer.js';
import { drafts } from './drafts.js';
import { chat } from './timeline.js';
import { older } from './older.js';
import { read } from './read.js';
import { search } from './search.js';
import { stateLine } from './state.js';
import { stream } from './stream.js';

// The order matters: those who dress what was placed (times, marks) come before those who measure it.
apply();
times();
title();
composer();
drafts();
chat();
older();
read();
search();
stateLine();
stream();
