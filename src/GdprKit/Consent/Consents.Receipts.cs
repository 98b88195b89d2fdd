using System.Text;
using GdprKit.Consent;
using GdprKit.Ledger;
using GdprKit.Subjects;

namespace GdprKit;

public sealed partial class Consents
{
    /// <summary>The receipt of a consent, for the person.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="topic">The topic, also one that the register does not declare any more.</param>
    /// <param name="language">One of the languages of the register.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The receipt; <see langword="null"/> when nobody ever agreed, nobody knows to what, or only a newer program can tell.</returns>
    public async ValueTask<ConsentReceipt?> FindReceiptAsync(SubjectId subject, ConsentTopic topic, Language language, CancellationToken cancellationToken = default)
    {
        if (await _subjects.FindOneAsync(subject, cancellationToken).ConfigureAwait(false) is not { } person)
        {
            return null;
        }

        var stream = topic.StreamOf(person);
        var state = (await _streams.LoadAsync<ConsentRecord>(stream, cancellationToken).ConfigureAwait(false)).State;
        var history = await _store.ReadStreamAsync(stream, 0, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (state?.Agreement is not { } agreement
            || history.FindLast(IsAgreement) is not { } agreed
            || await _store.ReadContentAsync(agreement, cancellationToken).ConfigureAwait(false) is not { } content
            || AgreementJudge.Read(content) is not { } register)
        {
            return null;
        }

        var words = state.Wording is { } digest ? await _store.ReadContentAsync(digest, cancellationToken).ConfigureAwait(false) : null;
        return new ConsentReceipt(new ReceiptSource
        {
            Topic = topic,
            Record = state,
            Subject = person,
            Id = agreed.Id,
            Agreed = register,
            Today = _rules.Register,
            Wording = words is null ? null : Encoding.UTF8.GetString(words.Bytes.AsSpan()),
            History = history.ToValueList(),
            Now = _rules.Now,
            Language = language,
        });
    }

    private static bool IsAgreement(LedgerEntry entry) =>
        entry.Type == ConsentEntries.Given.Type || entry.Type == ConsentEntries.Renewed.Type || entry.Type == ConsentEntries.Imported.Type;
}
