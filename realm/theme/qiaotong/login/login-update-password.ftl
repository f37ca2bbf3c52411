<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("password", "password-confirm"); section>
  <#if section = "header">${msg("updatePasswordTitle")}
  <#elseif section = "form">
    <form action="${url.loginAction}" method="post" novalidate>
      <input type="text" autocomplete="username" value="${(auth.attemptedUsername)!""}" readonly hidden>
      <@field.password name="password-new" label=msg("passwordNew") hint=msg("passwordHint") autocomplete="new-password" error=messagesPerField.get("password") />
      <@field.password name="password-confirm" label=msg("passwordConfirm") autocomplete="new-password" error=messagesPerField.get("password-confirm") />
      <input type="hidden" name="logout-sessions" value="on">
      <@field.submit label=msg("doSubmit")>
        <#if isAppInitiatedAction??><button class="button secondary" type="submit" name="cancel-aia" value="true">${msg("doCancel")}</button></#if>
      </@field.submit>
    </form>
  </#if>
</@layout.registrationLayout>
