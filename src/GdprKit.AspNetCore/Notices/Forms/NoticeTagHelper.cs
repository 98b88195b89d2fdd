using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GdprKit;

/// <summary>
/// Offers the privacy notice in a form: <c>&lt;gdpr-notice /&gt;</c> is an empty box "I have read the privacy notice" in the language of the
/// visitor, and the sealed field that belongs to it. Works without script; the page links to the notice beside it.
/// </summary>
/// <param name="forms">Offers it.</param>
[HtmlTargetElement("gdpr-notice", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NoticeTagHelper(NoticeForms forms) : TagHelper
{
    /// <summary>The words beside the box, in the language of the notice; by default "I have read the privacy notice".</summary>
    public string? Label { get; set; }

    /// <summary>In which language; by default that of the visitor.</summary>
    public Language? Language { get; set; }

    /// <summary>Whom the form is about, where that is known; <see cref="NoticeForms.ReadAsync"/> is told the same.</summary>
    public SubjectId? Person { get; set; }

    /// <summary>Whose notice is offered; by default the public one.</summary>
    public NoticeAudience? Audience { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var box = await forms.OfferAsync(Language, Label, Person, Audience).ConfigureAwait(false);
        output.TagName = "label";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("lang", box.Notice.Language.Code);
        output.PreElement.AppendHtml(FormInput.Of("hidden", NoticeFormFields.Notice, box.Sealed));
        output.Content.AppendHtml(FormInput.Of("checkbox", NoticeFormFields.Read, box.Id.ToString()));
        output.Content.Append(" ");
        output.Content.Append(box.Label);
    }
}
