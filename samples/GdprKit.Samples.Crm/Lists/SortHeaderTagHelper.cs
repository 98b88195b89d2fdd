using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GdprKit.Samples.Crm.Lists;

/// <summary>The head of a column as a link that sorts by it: <c>&lt;th sort="name" list="Model.List"&gt;</c>.</summary>
[HtmlTargetElement("th", Attributes = "sort,list")]
public sealed class SortHeaderTagHelper : TagHelper
{
    public required string Sort { get; set; }

    public required ListView List { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("scope", "col");
        output.Attributes.SetAttribute("role", "columnheader");
        if (List.Sort.Column == Sort)
        {
            output.Attributes.SetAttribute("aria-sort", List.Sort.Descending ? "descending" : "ascending");
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = List.SortAddress(Sort);
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        output.Content.SetHtmlContent(link);
    }
}
