/** What one could read goes from the page with the session; what one was writing stays, to be sent after signing in. */

import { byId, timeline } from './page.js';

export function left() {
	document.addEventListener('hark:state', ({ detail }) => {
		if (detail.state !== 'signed-out') return;
		for (const shown of [timeline(), byId('conversation-items'), byId('results')]) shown?.replaceChildren();
	});
}
