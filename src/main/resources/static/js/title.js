/** What the list says elsewhere: the number of unread messages in the title, and which conversation is open. */

import { timeline } from './page.js';

function count() {
	let unread = 0;
	for (const item of document.querySelectorAll('#conversation-items > [data-unread]')) unread += Number(item.dataset.unread) || 0;
	const title = document.title.replace(/^\(\d+\) /, '');
	const text = unread > 0 ? `(${unread}) ${title}` : title;
	if (document.title !== text) document.title = text;
}

/** Items come without the mark, as they are the same for every page. */
function markOpen() {
	const id = timeline()?.id.match(/^timeline-(\d+)/)?.[1];
	for (const link of document.querySelectorAll('#conversation-items a')) {
		const open = id !== undefined && link.closest('li')?.id === `conversation-${id}`;
		if (open) link.setAttribute('aria-current', 'page');
		else link.removeAttribute('aria-current');
	}
}

export function title() {
	const update = () => {
		count();
		markOpen();
	};
	if (!document.getElementById('conversation-items')) return;
	update();
	document.addEventListener('hark:placed', update);
}
