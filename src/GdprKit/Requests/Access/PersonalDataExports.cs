using System.Runtime.CompilerServices;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Requests;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Writes everything that is held about a person as one archive (Art. 15), or what the person takes along (Art. 20): every mapped entity of every store, what the ledger knows, what other sources
/// of the host hold, and where somebody has to look by hand. With it goes what Art. 15(1) and (2) asks to be told, in the words of the notice.
/// </summary>
/// <remarks>
/// <para>
/// The archive is a ZIP with <c>index.html</c> to read, <c>data.json</c> with <c>data.schema.json</c> for programs, and the rows as <c>data/….csv</c> (RFC 4180, without formulas). Every row is read
/// once and written at once; memory does not grow with their number. The page shows the first 250 rows of a kind and the first 1,000 characters of a text, the other forms all.
/// </para>
/// <para>
/// Never silently incomplete: a store or a source that does not answer ends the work, and what was written until then is no archive. A row of several people gives what is about this one, and no key of any row.
/// A text in which others can be named (<c>MayNameOthers</c>) is withheld until somebody has read it, and the page says so.
/// </para>
/// <para>Of the life of its ledger store, and as safe for use by several threads.</para>
/// </remarks>
public sealed class PersonalDataExports
{
    private readonly ExportSurroundings _around;
    private readonly IClock _clock;

    /// <summary>Exports from stores, sources and a ledger.</summary>
    /// <param name="retention">Knows the stores and their map, and says when data go.</param>
    /// <param name="sources">What else the program can ask.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="notice">What the host says otherwise in its notice; <see langword="null"/> for nothing.</param>
    /// <param name="ledger">What GdprKit itself remembers; <see langword="null"/> where nothing is.</param>
    /// <param name="subjects">Who is who in it.</param>
    /// <param name="wording">Its words.</param>
    public PersonalDataExports(
        DataRetention retention,
        IEnumerable<IPersonalDataSource> sources,
        IClock clock,
        NoticeOptions? notice = null,
        ILedgerStore? ledger = null,
        ISubjectDirectory? subjects = null,
        LedgerWording? wording = null)
    {
        ArgumentNullException.ThrowIfNull(retention);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
        _around = new ExportSurroundings(
            retention,
            [.. sources.OrderBy(source => source.Name, StringComparer.Ordinal)],
            notice ?? new NoticeOptions(),
            ledger is null || subjects is null || wording is null ? null : new PersonHistory(ledger, subjects, wording));
    }

    /// <summary>Writes an export.</summary>
    /// <param name="person">The person; of one who is unknown there is nothing, and the export says so.</param>
    /// <param name="order">Which export.</param>
    /// <param name="output">Where it goes; it is only written to, without blocking, and not closed. Its content is not encrypted.</param>
    /// <param name="cancellationToken">Ends the work; what was written until then is no archive.</param>
    /// <returns>What was exported, in numbers.</returns>
    /// <exception cref="PersonalDataExportException">
    /// GDPR1540: it is for another right. GDPR1541: a source did not answer. GDPR1542: a source hands out what does not fit. GDPR1543: the register does not declare the kind of person.
    /// </exception>
    /// <exception cref="PersonalDataStoreException">GDPR3005: a store did not answer.</exception>
    /// <exception cref="NotSupportedException">GDPR1020: the language is neither Dutch nor English.</exception>
    public ValueTask<PersonalDataExport> WriteAsync(SubjectId person, PersonalDataExportOrder order, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(output);
        if (order.Right is not (RightsRequestKind.Access or RightsRequestKind.Portability))
        {
            throw ExportRefusals.RightUnfit();
        }

        RequirePerson(person);
        return new ExportRun(_around, person, order, LedgerTime.Floor(_clock.GetCurrentInstant())).WriteAsync(output, cancellationToken);
    }

    /// <summary>Reads the texts of a person in which others can be named, for who looks through them before the export is made.</summary>
    /// <param name="person">The person.</param>
    /// <param name="language">In which language rows are called.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <exception cref="PersonalDataExportException">GDPR1543: the register does not declare the kind of person.</exception>
    public async IAsyncEnumerable<TextToReview> ReadTextsToReviewAsync(SubjectId person, Language language, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        RequirePerson(person);
        var (words, scope) = (RegisterWording.In(language), new ExportScope(_around.Map.Register, person.Kind, RightsRequestKind.Access));
        foreach (var (store, entity) in MappedEntities.Of(_around.Map, _around.Stores))
        {
            var columns = ExportColumn.Of(entity, person.Kind, scope).FindAll(column => column.Field.MayNameOthers);
            if (columns.Count == 0)
            {
                continue;
            }

            await foreach (var record in store.ExportAsync(entity, person, cancellationToken).ConfigureAwait(false))
            {
                foreach (var value in record.Values)
                {
                    if (columns.Find(column => column.Field.Property.Path == value.Property) is { } column && ExportReview.NeedsReview(column, value.Value, out var text))
                    {
                        yield return new TextToReview(ExportNames.TitleOf(entity, _around.Map.Register, words), value.Property, value.Category, text);
                    }
                }
            }
        }
    }

    private void RequirePerson(SubjectId person)
    {
        if (!_around.Map.Register.People.Contains(person.Kind))
        {
            throw ExportRefusals.PersonUnknown(person.Kind);
        }
    }
}
