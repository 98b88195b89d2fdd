using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GdprKit;

/// <summary>
/// Asks for consent in a form: <c>&lt;gdpr-consent topic="Crm.Newsletter" /&gt;</c> is an empty box with the words of the register, in the
/// language of the visitor, and the sealed field that belongs to it; nothing where the notice that holds does not name the activity yet
/// (<see cref="ConsentForms.AskAsync"/>). Works without script.
/// </summary>
/// <param name="forms">Asks.</param>
[HtmlTargetElement("gdpr-consent", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ConsentTagHelper(ConsentForms forms) : TagHelper
{
    /// <summary>What is asked: the key of an activity, or with a channel where the register asks for each apart.</summary>
    public ConsentTopic Topic { get; set; }

    /// <summary>In which language; by default that of the visitor.</summary>
    public Language? Language { get; set; }

    /// <summary>Whom the form is about, where that is known; <see cref="ConsentForms.ReadAsync"/> is told the same.</summary>
    public SubjectId? Person { get; set; }

    /// <summary>Whose notice is offered with it; by default the public one.</summary>
    public NoticeAudience? Audience { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (await forms.AskAsync(Topic, Language, Person, Audience).ConfigureAwait(false) is not { } question)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "label";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("lang", question.Wording.Language.Code);
        output.PreElement.AppendHtml(FormInput.Of("hidden", ConsentFormFields.Question, question.Sealed));
        output.Content.AppendHtml(FormInput.Of("checkbox", ConsentFormFields.Agree, question.Id.ToString()));
        output.Content.Append(" ");
        output.Content.Append(question.Wording.Text);
    }
}
