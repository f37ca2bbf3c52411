<#import "field.ftl" as field>
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#assign tag = (locale.currentLanguageTag)!"zh-CN">
<!DOCTYPE html>
<html lang="${field.written(tag)}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <meta name="color-scheme" content="light">
  <title><#if message?has_content && message.type == "error">${msg("errorPrefix")}</#if><@heading><#nested "header"></@heading> – ${msg("brand")}</title>
  <link rel="icon" href="data:,">
  <#list properties.styles?split(" ") as style>
  <link rel="stylesheet" href="${url.resourcesPath}/${style}">
  </#list>
  <script type="module" src="${url.resourcesPath}/js/password.js"></script>
</head>
<body data-page="${pageId!}">
<a class="skip" href="#main">${msg("skipToMain")}</a>
<header>
  <div class="bar">
    <p class="brand"><span class="mark" lang="${msg("markLanguage")}" aria-hidden="true">${msg("mark")}</span> <span>${msg("brand")}<small>${msg("brandLine")}</small></span></p>
    <#if realm.internationalizationEnabled && locale.supported?size gt 1>
    <nav class="languages" aria-label="${msg("languages")}">
      <ul>
      <#list properties.languages?split(" ") as code>
        <#list locale.supported as l>
          <#if l.languageTag == code>
        <li><#if l.languageTag == tag><span lang="${field.written(code)}" aria-current="true">${l.label}</span><#else><a href="${l.url}" lang="${field.written(code)}" hreflang="${field.written(code)}">${l.label}</a></#if></li>
          </#if>
        </#list>
      </#list>
      </ul>
    </nav>
    </#if>
  </div>
</header>
<main id="main" tabindex="-1">
  <h1><#nested "header"></h1>
  <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
    <#nested "show-username">
    <p class="who">${auth.attemptedUsername} <a href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a></p>
  </#if>
  <#if displayMessage && message?has_content && (message.type != "warning" || !isAppInitiatedAction??)>
    <div class="notice ${message.type}" <#if message.type == "error">role="alert"<#else>role="status"</#if>><p>${kcSanitize(message.summary)?no_esc}</p></div>
  </#if>
  <#nested "form">
  <#if displayInfo><div class="info"><#nested "info"></div></#if>
  <#nested "socialProviders">
  <#if auth?has_content && auth.showTryAnotherWayLink()>
    <form action="${url.loginAction}" method="post"><button class="link" name="tryAnotherWay" value="on">${msg("doTryAnotherWay")}</button></form>
  </#if>
</main>
<footer>
  <p>${msg("neverAsks")}</p>
  <#if (client.baseUrl)?has_content><p><a href="${client.baseUrl}help">${msg("help")}</a></p></#if>
</footer>
</body>
</html>
</#macro>

<#macro heading><#local text><#nested></#local>${text?markup_string?replace("<[^>]+>", "", "r")?trim?no_esc}</#macro>
