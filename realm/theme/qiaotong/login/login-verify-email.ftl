<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=false displayInfo=!isAppInitiatedAction??; section>
  <#if section = "header">${msg("emailVerifyTitle")}
  <#elseif section = "form">
    <p><#if verifyEmail??>${msg("emailVerifyInstruction1", verifyEmail)}<#else>${msg("emailVerifyInstruction4", user.email)}</#if></p>
    <#if isAppInitiatedAction??>
      <form action="${url.loginAction}" method="post">
        <@field.submit label=msg(verifyEmail???then("emailVerifyResend", "emailVerifySend"))>
          <button class="button secondary" type="submit" name="cancel-aia" value="true">${msg("doCancel")}</button>
        </@field.submit>
      </form>
    </#if>
  <#elseif section = "info">
    <p>${msg("emailVerifyInstruction2")} <a href="${url.loginAction}">${msg("emailVerifyInstruction3")}</a></p>
  </#if>
</@layout.registrationLayout>
