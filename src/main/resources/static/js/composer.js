/** The composer: Enter sends, it grows with its text, and only the server's answer empties it. */

import { byId, isLive, meta, quietly, tell, timeline } from './page.js';

export function composer() {
	const form = byId('composer');
	const text = form?.querySelector('textarea');
	if (!text) return;
	// Text → client token of what was tried and not answered; kept with the draft, for whoever leaves while sending.
	const key = `hark-draft:${meta('viewer')}:${timeline()?.dataset.with}:tried`;
	const tried = new Map(text.value && quietly(() => JSON.parse(localStorage.getItem(key))) || []);
	let sending = null;

	/** The same text again is the same message; another text must not be taken for it. */
	function tokenFor(body, last) {
		if (!tried.has(body)) tried.set(body, tried.size ? random() : last);
		quietly(() => localStorage.setItem(key, JSON.stringify([...tried])));
		return tried.get(body);
	}

	function forget() {
		tried.clear();
		quietly(() => localStorage.removeItem(key));
	}

	function show(state) {
		form.dataset.state = state;
		form.setAttribute('aria-busy', state === 'sending');
	}

	function submitted({ detail }) {
		const body = text.value;
		const last = byId('client-token').value;
		sending = { body, last };
		detail.parameters.clientToken = tokenFor(body, last);
		detail.timeout = 20000;
		byId('composer-alert').replaceChildren();
		show('sending');
	}

	function answered({ detail: { xhr } }) {
		const { body, last } = sending;
		sending = null;
		// A portal or a sign-in page says 200 too; only Hark brings the token for the next message.
		if (xhr.status >= 200 && xhr.status < 300 && byId('client-token').value !== last) {
			accepted(body);
		} else if (byId('composer-alert').textContent) {
			show('refused');
		} else {
			show('failed');
			const again = Object.assign(document.createElement('button'), { textContent: form.dataset.again });
			byId('composer-alert').append(form.dataset.failed, ' ', again);
		}
	}

	function accepted(body) {
		const { length } = body;
		const { value, selectionStart, selectionEnd } = text;
		if (value.startsWith(body)) { // what was typed meanwhile stays, with the caret in it
			text.value = value.slice(length);
			text.setSelectionRange(Math.max(0, selectionStart - length), Math.max(0, selectionEnd - length));
		}
		forget();
		show('ready');
		text.dispatchEvent(new Event('input', { bubbles: true }));
		tell('sent');
		if (!isLive(timeline())) location.assign(location.pathname); // from an older window to where the message is
	}

	form.addEventListener('htmx:confirm', event => sending && event.preventDefault()); // one at a time
	form.addEventListener('htmx:configRequest', submitted);
	form.addEventListener('htmx:afterRequest', answered);

	text.addEventListener('input', () => {
		if (text.value || sending || !tried.size) return;
		forget(); // what begins now is another message
		byId('client-token').value = random();
	});
	text.addEventListener('keydown', event => {
		// While a word is being composed, Enter chooses it; Safari says so only by the key code.
		if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
		event.preventDefault();
		if (text.value.trim()) form.requestSubmit();
	});
	// A button that is pressed must not take the focus: on a phone the keyboard would go.
	form.addEventListener('mousedown', event => event.target.closest('button') && event.preventDefault());

	// With a keyboard at hand one comes here to write; on a phone the keyboard would hide what one came to read.
	if (!matchMedia('(pointer: coarse), (max-width: 767px)').matches && document.activeElement === document.body && !location.hash && !byId('tools')) text.focus({ preventScroll: true });

	if (CSS.supports('field-sizing', 'content')) return;
	const grow = () => {
		text.style.height = 'auto';
		text.style.height = `${text.scrollHeight + text.offsetHeight - text.clientHeight}px`;
	};
	text.addEventListener('input', grow);
	grow();
}

/** Not randomUUID, which is missing over plain HTTP. */
const random = () => [...crypto.getRandomValues(new Uint8Array(20))].map(byte => (byte % 36).toString(36)).join('');
