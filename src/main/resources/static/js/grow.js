/** A text box that is as high as its text, up to the style sheet's max-height. */
export function grow(text) {
	if (CSS.supports('field-sizing', 'content')) {
		text.style.setProperty('field-sizing', 'content');
		return;
	}
	const fit = () => {
		text.style.height = 'auto';
		text.style.height = `${text.scrollHeight + text.offsetHeight - text.clientHeight}px`;
	};
	text.addEventListener('input', fit);
	addEventListener('resize', fit);
	fit();
}
