package app.hark.web;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** How pages are answered. */
@Configuration(proxyBeanMethods = false)
class Redirects {

	/** A form is answered with 303, which says what 302 only means by custom: go there with GET. */
	@Bean
	static BeanPostProcessor seeOther() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				if (bean instanceof ThymeleafViewResolver resolver) {
					resolver.setRedirectHttp10Compatible(false);
				}
				return bean;
			}
		};
	}
}
