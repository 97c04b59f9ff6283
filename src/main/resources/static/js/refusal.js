/** EventSource keeps the status of a refusal to itself: ask once more, read the status, leave the body. */

const LONGEST = 600000; // so that a bad clock cannot keep us away

/** What a Retry-After header asks for, in ms. */
function asked(header) {
	const seconds = Number(header ?? 0);
	const wait = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
	return Math.min(Math.max(wait || 0, 0), LONGEST);
}

/** Whether the session is gone, and else how many ms to wait at least; nothing to say when there is no answer. */
export async function refusal(url, signal) {
	try {
		const answer = await fetch(url, { headers: { Accept: 'text/event-stream' }, cache: 'no-store', signal });
		const toSignIn = answer.redirected && new URL(answer.url).pathname.endsWith('/sign-in');
		return { signedOut: answer.status === 401 || toSignIn, wait: asked(answer.headers.get('Retry-After')) };
	} catch {
		return { signedOut: false, wait: 0 };
	}
}
