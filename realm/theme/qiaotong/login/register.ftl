<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global"); section>
  <#if section = "header">${msg("registerTitle")}
  <#elseif section = "form">
    <form action="${url.registrationAction}" method="post" novalidate>
      <#if (locale.currentLanguageTag)?has_content><input type="hidden" name="locale" value="${locale.currentLanguageTag}"></#if>
      <#list profile.attributes as attribute>
        <#if attribute.name == "locale">
        <#elseif attribute.name == "firstName">
          <@field.input name=attribute.name label=msg("firstName") hint=msg("firstNameHint") value=attribute.value!"" autocomplete="name" maxlength="100" error=messagesPerField.get(attribute.name) />
        <#elseif attribute.name == "email">
          <@field.input name=attribute.name label=msg("email") hint=msg("emailHint") value=attribute.value!"" type="email" autocomplete="email" inputmode="email" error=messagesPerField.get(attribute.name) />
        <#else>
          <@field.input name=attribute.name label=advancedMsg(attribute.displayName!"") value=attribute.value!"" autocomplete=attribute.autocomplete!"off" error=messagesPerField.get(attribute.name) />
        </#if>
      </#list>
      <#if passwordRequired??>
        <@field.password name="password" label=msg("password") hint=msg("passwordHint") autocomplete="new-password" error=messagesPerField.get("password") />
        <@field.password name="password-confirm" label=msg("passwordConfirm") autocomplete="new-password" error=messagesPerField.get("password-confirm") />
      </#if>
      <@field.submit label=msg("doRegister") />
      <p><a href="${url.loginUrl}">${msg("backToLogin")}</a></p>
    </form>
  </#if>
</@layout.registrationLayout>
