<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username"); section>
  <#if section = "header">${msg("emailForgotTitle")}
  <#elseif section = "form">
    <p>${msg("emailInstruction")}</p>
    <form action="${url.loginAction}" method="post" novalidate>
      <@field.input name="username" label=msg("usernameOrEmail") value=(auth.attemptedUsername)!"" autocomplete="username" error=messagesPerField.get("username") />
      <@field.submit label=msg("doSubmit") />
      <p><a href="${url.loginUrl}">${msg("backToLogin")}</a></p>
    </form>
  </#if>
</@layout.registrationLayout>
