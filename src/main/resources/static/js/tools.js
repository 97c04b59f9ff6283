/** What can be done with a message, opened below it. Its links and forms are htmx's; here is what a menu needs besides. */

import { byId } from './page.js';
import { parse } from './place.js';

let back = null, asked;

/** Opens what this address answers below the message that it is about; `from` gets the focus back. */
export async function open(address, from) {
	const mine = asked = {};
	const answer = await fetch(address, { headers: { 'HX-Request': 'true' } }).catch(() => null);
	const tools = answer?.ok && parse(await answer.text()).querySelector('#tools');
	const article = document.getElementById(`message-${address.match(/\d+(?=[^/]*$|\/edit$)/)?.[0]}`);
	if (mine !== asked) return;
	if (!tools || !article) return location.assign(address);
	close();
	back = from;
	article.append(tools);
	window.htmx.process(tools);
	const field = tools.querySelector('textarea');
	(field ?? tools.querySelector('a')).focus({ preventScroll: true });
	field?.setSelectionRange(field.value.length, field.value.length);
	tools.scrollIntoView({ block: 'nearest' });
}

function close() {
	byId('tools')?.remove();
	if (document.activeElement === document.body) back?.focus({ preventScroll: true });
	back = null;
}

document.addEventListener('keydown', event => {
	const tools = byId('tools');
	if (!tools) return;
	if (event.key === 'Escape') {
		event.preventDefault();
		close();
	} else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229 && event.target.matches('#tools textarea')) {
		event.preventDefault();
		event.target.form.requestSubmit();
	}
});

document.addEventListener('click', async event => {
	const { target } = event;
	if (!target.closest('#tools')) {
		if (!target.closest('.at')) byId('tools')?.remove();
		return;
	}
	const link = target.closest('a');
	if (link?.matches('[data-close]')) {
		event.preventDefault();
		close();
	} else if (link?.matches('[data-copy]') && navigator.clipboard) {
		event.preventDefault();
		await navigator.clipboard.writeText(link.href);
		link.textContent = link.dataset.copied;
	}
});

// What was chosen is done: on with the writing, or with the message that is another one now.
document.addEventListener('htmx:afterRequest', ({ detail: { elt, successful } }) => {
	if (!successful || !elt.closest?.('#tools') && document.contains(elt)) return;
	const reply = elt.matches('[data-reply]');
	close();
	if (reply || document.activeElement === document.body) byId('body')?.focus();
});
