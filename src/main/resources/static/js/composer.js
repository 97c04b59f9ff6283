/** The composer: Enter sends, it grows with its text, and it is emptied only by the server's answer. */

import { grow } from './grow.js';
import { isLive, tell, timeline } from './page.js';

const TIMEOUT = 20000;

/** The composer's fields are looked up each time: the server's answers replace some of them. */
const field = id => document.getElementById(id);

export function composer() {
	const form = field('composer');
	const text = form?.querySelector('textarea');
	if (!text) return;
	const tokens = new Map(); // text → its client token, for texts that were tried and not answered
	let sent = null, token;

	function show(state) {
		form.dataset.state = state;
		form.setAttribute('aria-busy', String(state === 'sending'));
	}

	/** The same text again is the same message; another text must not be taken for it. */
	function chooseToken() {
		const input = field('client-token');
		if (tokens.size && !tokens.has(text.value)) input.value = random();
		else if (tokens.size) input.value = tokens.get(text.value);
		tokens.set(text.value, input.value);
	}

	function accepted() {
		const { value, selectionStart: start, selectionEnd: end } = text;
		if (value.startsWith(sent)) { // what was typed meanwhile stays, and so does the caret in it
			text.value = value.slice(sent.length);
			text.setSelectionRange(Math.max(0, start - sent.length), Math.max(0, end - sent.length));
		}
		tokens.clear();
		show('ready');
		text.dispatchEvent(new Event('input', { bubbles: true }));
		tell('sent');
		if (!isLive(timeline())) location.assign(location.pathname); // from an older window to where the message is
	}

	function failed() {
		show('failed');
		const again = Object.assign(document.createElement('button'), { type: 'submit', textContent: form.dataset.again });
		field('composer-alert')?.replaceChildren(form.dataset.failed ?? '', ' ', again);
	}

	form.addEventListener('htmx:confirm', event => sent !== null && event.preventDefault()); // one at a time
	form.addEventListener('htmx:configRequest', ({ detail }) => {
		if (detail.elt !== form) return;
		chooseToken();
		sent = text.value;
		token = detail.parameters.clientToken = field('client-token')?.value;
		detail.timeout = TIMEOUT;
		if (form.contains(document.activeElement)) text.focus({ preventScroll: true });
		field('composer-alert')?.replaceChildren();
		show('sending');
	});
	form.addEventListener('htmx:afterRequest', ({ detail: { elt, xhr } }) => {
		if (elt !== form || sent === null) return;
		// A sign-in page or a portal also says 200; only Hark gives the token for the next message.
		const fresh = field('client-token')?.value !== token;
		if (xhr.status >= 200 && xhr.status < 300 && fresh) accepted();
		else if (field('composer-alert')?.textContent.trim()) show('refused');
		else failed();
		sent = null;
	});

	text.addEventListener('keydown', event => {
		// While a word is being composed, Enter chooses it; Safari says so only by the key code.
		if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
		event.preventDefault();
		if (sent === null && text.value.trim()) form.requestSubmit();
	});
	// A pressed button must not take the focus: on a phone the keyboard would go.
	form.addEventListener('mousedown', event => event.target.closest('button') && event.preventDefault());
	grow(text);
}

/** Not randomUUID, which is missing over plain HTTP. */
function random() {
	return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}
