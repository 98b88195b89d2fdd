using System.ComponentModel.DataAnnotations;
using GdprKit.Samples.Crm.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Forms;

/// <summary>
/// A field with its label, hint and message, tied together for whoever does not see the screen:
/// <c>&lt;field for="Form.Email" autocomplete="email" /&gt;</c>.
/// </summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlGenerator html, IStringLocalizer<Texts> texts) : TagHelper
{
    public required ModelExpression For { get; set; }

    /// <summary>What a browser may fill in: a token of the HTML standard.</summary>
    public string? Autocomplete { get; set; }

    public string? Hint { get; set; }

    /// <summary>Makes the field a choice from a list.</summary>
    public IReadOnlyList<SelectListItem>? Options { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var error = ViewContext.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
        var required = For.Metadata.ValidatorMetadata.OfType<RequiredAttribute>().Any();

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field" : "field invalid");
        output.Content.AppendHtml(Label(required));
        output.Content.AppendHtml(Note(Hint, $"{id}-hint", "hint"));
        output.Content.AppendHtml(Note(error, $"{id}-error", "error"));
        output.Content.AppendHtml(Control(new Dictionary<string, object?>
        {
            ["autocomplete"] = Autocomplete,
            ["required"] = required ? "required" : null,
            ["aria-invalid"] = error is null ? null : "true",
            ["aria-describedby"] = Described(Hint is null ? null : $"{id}-hint", error is null ? null : $"{id}-error"),
        }));
    }

    private TagBuilder Label(bool required)
    {
        var label = html.GenerateLabel(ViewContext, For.ModelExplorer, For.Name, labelText: null, htmlAttributes: null);
        if (!required)
        {
            var optional = new TagBuilder("span");
            optional.AddCssClass("optional");
            optional.InnerHtml.Append(texts["Form.Optional"]);
            label.InnerHtml.Append(" ").AppendHtml(optional);
        }

        return label;
    }

    private TagBuilder Control(Dictionary<string, object?> attributes)
    {
        foreach (var (name, _) in attributes.Where(attribute => attribute.Value is null).ToList())
        {
            attributes.Remove(name);
        }

        if (Options is not null)
        {
            return html.GenerateSelect(ViewContext, For.ModelExplorer, optionLabel: null, For.Name, Options, allowMultiple: false, attributes);
        }

        attributes["type"] = For.Metadata.DataTypeName switch
        {
            nameof(DataType.EmailAddress) => "email",
            nameof(DataType.PhoneNumber) => "tel",
            _ => "text",
        };
        var box = html.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, format: null, attributes);
        // A browser would cut off a pasted text without a word; the server says that it is too long.
        box.Attributes.Remove("maxlength");
        return box;
    }

    private static TagBuilder? Note(string? text, string id, string kind)
    {
        if (text is null)
        {
            return null;
        }

        var note = new TagBuilder("p");
        note.Attributes["id"] = id;
        note.AddCssClass(kind);
        note.InnerHtml.Append(text);
        return note;
    }

    private static string? Described(params string?[] ids)
    {
        var present = string.Join(' ', ids.Where(id => id is not null));
        return present.Length == 0 ? null : present;
    }
}
