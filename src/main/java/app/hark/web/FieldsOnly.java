package app.hark.web;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/** Fills forms from their fields alone. By itself Spring would also take a header that has the name of a field. */
@ControllerAdvice
class FieldsOnly {

	@InitBinder
	void headersAreNoFields(WebDataBinder binder) {
		if (binder instanceof ExtendedServletRequestDataBinder extended) {
			extended.setHeaderPredicate(_ -> false);
		}
	}
}
