using System.Globalization;
using GdprKit.Ledger;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Asks for consent in a form and reads the answers. What was asked travels in a sealed field of the form: the activity, the exact words and
/// their language, the notice, and an id, so that exactly what was shown is recorded, once; when the register changed meanwhile the form is refused.
/// </summary>
/// <remarks>
/// Added by <c>gdpr.UseConsentForms()</c>. A box is never ticked beforehand (Art. 4(11), recital 32; CJEU C-673/17), also not when the form is
/// shown again; one box for each activity, or where the register says so for each channel (Art. 7(2), recital 43). Of the life of a request.
/// </remarks>
/// <param name="consents">Knows the words.</param>
/// <param name="notices">The notices that are offered with the questions.</param>
/// <param name="protection">Seals the fields; its keys are shared by all instances of the application.</param>
/// <param name="clock">The clock.</param>
/// <param name="options">How forms behave.</param>
/// <param name="services">Where published versions are found, where any are.</param>
public sealed class ConsentForms(
    Consents consents, PrivacyNotices notices, IDataProtectionProvider protection, IClock clock, IOptions<ConsentFormOptions> options, IServiceProvider services)
{
    // Nobody is asked more than that at once; a form with more was not made here.
    private const int MostQuestions = 64;

    private const string Purpose = "GdprKit.ConsentForm/1";

    /// <summary>The language of the visitor, <see cref="CultureInfo.CurrentUICulture"/>, where the register has it; else its main language.</summary>
    public Language LanguageOfVisitor => VisitorLanguage.Of(notices.Register);

    /// <summary>Makes a question ready to be shown, beside the version of the notice that holds, or what the register says while nothing was published.</summary>
    /// <remarks>
    /// A person agrees to what the notice tells (Art. 4(11), 7(1): informed), and the notice is the version that holds. A purpose that the register has and
    /// that version does not name yet is therefore not asked about: nobody could be shown to have been told of it, so evidence of it would be refused (GDPR1213), and
    /// of a version that is only announced nobody can say that it will come to hold. The question appears by itself when a version that names it holds. What the
    /// register says otherwise by now of an activity that the version does name is asked as the version says it, and a decision by the new register denies until that
    /// is published and asked anew.
    /// </remarks>
    /// <param name="topic">What is asked: the key of an activity.</param>
    /// <param name="language">In which language; <see langword="null"/> for that of the visitor, or where the text that holds has it not, another one that it has.</param>
    /// <param name="person">
    /// Whom the form is about, where that is known: only then is it read with the same person, so that nobody answers for somebody else.
    /// <see langword="null"/> for a form by which somebody signs up.
    /// </param>
    /// <param name="audience">Whose notice is offered with it; <see langword="null"/> for the public one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The question; <see langword="null"/> where the version that holds does not name the activity, and then nothing is to be shown.</returns>
    /// <exception cref="ConsentException">GDPR1201 to GDPR1203: the topic is none about which people are asked.</exception>
    /// <exception cref="KeyNotFoundException">GDPR4523: that audience has no notice in that language.</exception>
    public async ValueTask<ConsentQuestion?> AskAsync(
        ConsentTopic topic, Language? language = null, SubjectId? person = null, NoticeAudience? audience = null, CancellationToken cancellationToken = default)
    {
        var shown = await NoticeOnDisplay.FindAsync(services, audience ?? NoticeAudience.Everybody, cancellationToken).ConfigureAwait(false);
        var spoken = language ?? LanguageIn(shown);
        var notice = shown.TextIn(spoken, notices)
            ?? throw new KeyNotFoundException($"{WebMessages.NoNoticeToOffer}: a consent is asked without a privacy notice to offer with it: nobody of that audience has one in '{spoken}'. Pass the audience that the form is for.");
        var wording = consents.Question(topic, spoken);
        if (shown.Holding is not null && !await consents.CanBeAskedBesideAsync(topic, notice, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        var id = EntryId.New(now);
        var question = new SealedQuestion
        {
            Topic = topic.ToString(),
            Words = wording.Text,
            Language = spoken.Code,
            Notice = notice.ToString(),
            Register = notices.Register.Hash.ToString(),
            Id = id.ToGuid(),
            Shown = SealedField.ToNumber(now),
        };
        return new ConsentQuestion(topic, wording, id, question.Seal(ProtectorOf(person)));
    }

    /// <summary>Reads the answers that a form sent. One that was changed, is somebody else's, is too old or was made by another register is refused whole.</summary>
    /// <param name="request">The request; one without a form has no answers.</param>
    /// <param name="person">Whom the form is about, as it was asked.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async ValueTask<ConsentForm> ReadAsync(HttpRequest request, SubjectId? person, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return new ConsentForm([]);
        }

        var sent = await request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
        return Read(sent[ConsentFormFields.Question], sent[ConsentFormFields.Agree], ProtectorOf(person));
    }

    // The words are those of the register, so it is a language of both.
    private Language LanguageIn(NoticeOnDisplay shown)
    {
        var known = shown.LanguagesIn(notices.Register);
        return known.Contains(LanguageOfVisitor) ? LanguageOfVisitor : known.Where(notices.Register.Languages.Contains).Append(notices.Register.MainLanguage).First();
    }

    private ConsentForm Read(StringValues sealedQuestions, StringValues agreed, IDataProtector protector)
    {
        if (sealedQuestions.Count > MostQuestions || agreed.Count > MostQuestions)
        {
            return new ConsentForm(ConsentFormFaults.NotOurs);
        }

        var ticked = agreed.Select(value => Guid.TryParse(value, out var id) ? id : Guid.Empty).ToHashSet();
        var questions = sealedQuestions.Select(text => SealedQuestion.Open(text, protector)).ToList();
        if (questions.Contains(null) || !ticked.IsSubsetOf(questions.Select(question => question!.Id)))
        {
            return new ConsentForm(ConsentFormFaults.NotOurs);
        }

        // What is recorded is what the person read; after a change it may be something else that the activity stands for.
        if (questions.Exists(question => question!.Register != notices.Register.Hash.ToString()))
        {
            return new ConsentForm(ConsentFormFaults.Changed);
        }

        return questions.Exists(question => SealedField.IsTooOld(question!.Shown, clock.GetCurrentInstant(), options.Value.AcceptedFor))
            ? new ConsentForm(ConsentFormFaults.TooOld)
            : new ConsentForm(questions.DistinctBy(question => question!.Id).Select(question => question!.ToAnswer(ticked.Contains(question.Id))).ToValueList());
    }

    private IDataProtector ProtectorOf(SubjectId? person) => SealedField.ProtectorOf(protection, Purpose, person);
}
