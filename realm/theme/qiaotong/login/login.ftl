<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username", "password") displayInfo=realm.password && realm.registrationAllowed && !registrationDisabled??; section>
  <#if section = "header">${msg("loginAccountTitle")}
  <#elseif section = "form">
    <#assign wrong = messagesPerField.existsError("username", "password")>
    <#if wrong><div class="notice error" role="alert"><p>${kcSanitize(messagesPerField.getFirstError("username", "password"))?no_esc}</p></div></#if>
    <form action="${url.loginAction}" method="post" novalidate>
      <#if !usernameHidden??>
        <@field.input name="username" label=msg("usernameOrEmail") value=(login.username)!"" autocomplete="username" />
      </#if>
      <@field.password name="password" label=msg("password") autocomplete="current-password" />
      <input type="hidden" name="credentialId" value="${(auth.selectedCredential)!""}">
      <#if realm.resetPasswordAllowed><p><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p></#if>
      <@field.submit label=msg("doLogIn") />
    </form>
  <#elseif section = "info">
    <p>${msg("noAccount")} <a href="${url.registrationUrl}">${msg("doRegister")}</a></p>
  </#if>
</@layout.registrationLayout>
