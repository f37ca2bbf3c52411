<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp"); section>
  <#if section = "header">${msg("otpTitle")}
  <#elseif section = "form">
    <form action="${url.loginAction}" method="post" novalidate>
      <#if otpLogin.userOtpCredentials?size gt 1>
        <fieldset class="group"><legend class="label">${msg("loginTotpDeviceName")}</legend>
        <#list otpLogin.userOtpCredentials as credential>
          <label class="choice"><input type="radio" name="selectedCredentialId" value="${credential.id}"<#if credential.id == otpLogin.selectedCredentialId> checked</#if>> ${credential.userLabel}</label>
        </#list>
        </fieldset>
      </#if>
      <@field.input name="otp" label=msg("loginOtpOneTime") autocomplete="one-time-code" inputmode="numeric" error=messagesPerField.get("totp") />
      <@field.submit label=msg("doLogIn") />
    </form>
  </#if>
</@layout.registrationLayout>
