<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header"><#if messageHeader??>${msg(messageHeader)}<#else>${msg("infoTitle")}</#if>
  <#elseif section = "form">
    <p>${message.summary}<#if requiredActions??><#list requiredActions>: <#items as action>${msg("requiredAction." + action)}<#sep>, </#items></#list></#if></p>
    <#if skipLink??>
    <#elseif pageRedirectUri?has_content><p><a class="button primary" href="${pageRedirectUri}">${msg("backToApplication")}</a></p>
    <#elseif actionUri?has_content><p><a class="button primary" href="${actionUri}">${msg("proceedWithAction")}</a></p>
    <#elseif (client.baseUrl)?has_content><p><a class="button primary" href="${client.baseUrl}">${msg("backToApplication")}</a></p>
    </#if>
  </#if>
</@layout.registrationLayout>
