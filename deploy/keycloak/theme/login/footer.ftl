<#macro content>
<#if (client.name)?has_content><p id="portal">${client.name}</p></#if>
</#macro>
