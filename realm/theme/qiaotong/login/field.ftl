<#function written tag><#return {"zh-CN": "zh-Hans", "zh-TW": "zh-Hant"}[tag]!tag></#function>

<#macro input name label value="" type="text" autocomplete="off" error="" hint="" maxlength="" inputmode="" readonly=false>
<div class="group<#if error?has_content> wrong</#if>">
  <label class="label" for="${name}">${label}</label>
  <#if hint?has_content><p class="hint" id="${name}-hint">${hint}</p></#if>
  <#if error?has_content><p class="error" id="${name}-error">${kcSanitize(error)?no_esc}</p></#if>
  <input class="input" id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" spellcheck="false" autocapitalize="none"<#if
    maxlength?has_content> maxlength="${maxlength}"</#if><#if inputmode?has_content> inputmode="${inputmode}"</#if><#if readonly> readonly</#if><#if
    error?has_content> aria-invalid="true"</#if><#if error?has_content || hint?has_content> aria-describedby="<#if hint?has_content>${name}-hint</#if><#if error?has_content> ${name}-error</#if>"</#if>>
</div>
</#macro>

<#macro password name label autocomplete error="" hint="">
<div class="group<#if error?has_content> wrong</#if>">
  <label class="label" for="${name}">${label}</label>
  <#if hint?has_content><p class="hint" id="${name}-hint">${hint}</p></#if>
  <#if error?has_content><p class="error" id="${name}-error">${kcSanitize(error)?no_esc}</p></#if>
  <div class="secret">
    <input class="input" id="${name}" name="${name}" type="password" autocomplete="${autocomplete}"<#if
      error?has_content> aria-invalid="true"</#if><#if error?has_content || hint?has_content> aria-describedby="<#if hint?has_content>${name}-hint</#if><#if error?has_content> ${name}-error</#if>"</#if>>
    <button class="show" type="button" aria-controls="${name}" data-show="${msg("showPassword")}" data-hide="${msg("hidePassword")}" hidden>${msg("showPassword")}</button>
  </div>
</div>
</#macro>

<#macro submit label name="" value="">
<div class="actions"><button class="button primary" type="submit"<#if name?has_content> name="${name}" value="${value}"</#if>>${label}</button><#nested></div>
</#macro>
