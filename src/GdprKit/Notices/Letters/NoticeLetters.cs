using System.Runtime.CompilerServices;
using GdprKit.Documents;
using GdprKit.Mapping;
using GdprKit.Notices;
using NodaTime;

namespace GdprKit;

/// <summary>
/// The letters to those whom a mail about a version does not reach: there is no address, it does not work, or the mail came back. Reading the list changes
/// nothing, so it says the same when it is read again; that the letters went is recorded apart.
/// </summary>
/// <remarks>
/// What it tells identifies people, so it belongs in no log. Names and addresses come from the fields that the maps name for them
/// (<c>PersonName</c>, <c>AddressLines</c>, <c>Place</c>). Of the life of its store, and as safe for use by several threads as that is.
/// </remarks>
public sealed class NoticeLetters
{
    private const int PeopleAtOnce = 1_000;

    // A country writes its addresses in few lines.
    private const int Lines = 3;

    private static readonly ValueList<NoticeDeliveryStatus> Unreached = [NoticeDeliveryStatus.Bounced, NoticeDeliveryStatus.Unreachable];

    private readonly ProcessingRegister _register;
    private readonly NoticeReports _reports;
    private readonly NoticeCampaigns _campaigns;
    private readonly IContactSource _contacts;
    private readonly INoticeLinks? _links;

    /// <summary>Makes the service.</summary>
    /// <param name="register">Declares in which languages people are told.</param>
    /// <param name="reports">Says who was not reached.</param>
    /// <param name="campaigns">Records that letters went.</param>
    /// <param name="contacts">The people.</param>
    /// <param name="links">Where the texts are; <see langword="null"/> where nothing serves them.</param>
    public NoticeLetters(
        ProcessingRegister register,
        NoticeReports reports,
        NoticeCampaigns campaigns,
        IContactSource contacts,
        INoticeLinks? links = null)
        => (_register, _reports, _campaigns, _contacts, _links) = (register, reports, campaigns, contacts, links);

    /// <summary>Reads the letters to send. Memory does not grow with their number.</summary>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <returns>One for each person who was not reached and whose data are held, also where there is no postal address either (<see cref="NoticeLetter.HasAddress"/>).</returns>
    public IAsyncEnumerable<NoticeLetter> ReadAsync(NoticeVersion version, CancellationToken cancellationToken = default) => ReadAsync(version, null, cancellationToken);

    /// <summary>Writes the letters to send as comma-separated values (RFC 4180) for who prints them, a line for each; no cell is a formula.</summary>
    /// <param name="output">Where it goes, piece by piece.</param>
    /// <param name="version">The version.</param>
    /// <param name="language">The language of the headings: Dutch, or else English.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    public ValueTask WriteCsvAsync(Stream output, NoticeVersion version, Language language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(version);
        var words = DeliveryWording.In(language);
        string[] headers =
        [
            words.Say("Nummer", "Number"), words.Say("Naam", "Name"), .. Enumerable.Range(1, Lines).Select(line => words.Say($"Adresregel {line}", $"Address line {line}")),
            words.Say("Postcode", "Postal code"), words.Say("Plaats", "Place"), words.Say("Regio", "Region"), words.Say("Land", "Country"),
            words.Say("Taal", "Language"), words.Say("Versie", "Version"), words.Say("Tekst", "Text"),
        ];
        return CsvStreaming.WriteAsync(output, headers, ReadAsync(version, cancellationToken).Select(Row), cancellationToken);

        ValueList<string> Row(NoticeLetter letter) =>
        [
            string.Join(" / ", letter.Subject.Key), letter.Name, .. LinesOf(letter), letter.PostalCode, letter.City, letter.Region, letter.Country,
            letter.Language.Code, version.Digest.ToString(), letter.Text?.ToString() ?? "",
        ];
    }

    /// <summary>Records that the letters of the list went, to those only who were on it when it was read. Done again it records nothing.</summary>
    /// <param name="version">The version.</param>
    /// <param name="readAt">When the list was read: who was found unreachable since is not on it.</param>
    /// <param name="cancellationToken">Ends the work; what was recorded stays.</param>
    /// <returns>Of how many it was recorded. Who has no postal address was sent none.</returns>
    public async ValueTask<long> RecordSentAsync(NoticeVersion version, Instant readAt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        var count = 0L;
        await foreach (var some in ReadAsync(version, readAt, cancellationToken).Where(letter => letter.HasAddress).Chunk(PeopleAtOnce).ConfigureAwait(false))
        {
            foreach (var alike in some.GroupBy(letter => letter.Language))
            {
                count += await _campaigns.RecordLettersAsync(version, alike.Select(letter => letter.Subject), alike.Key, cancellationToken).ConfigureAwait(false);
            }
        }

        return count;
    }

    private async IAsyncEnumerable<NoticeLetter> ReadAsync(NoticeVersion version, Instant? readAt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var unreached = _reports.ReadAsync(version, Unreached, cancellationToken).Where(person => !person.HasLeft && !(person.Delivery.Since > readAt));
        await foreach (var some in unreached.Chunk(PeopleAtOnce).ConfigureAwait(false))
        {
            var contacts = await _contacts.FindAsync(some.Select(person => person.Subject!).ToValueList(), cancellationToken).ConfigureAwait(false);
            var postal = (await _contacts.FindPostalAsync(contacts.Select(contact => contact.Subject).ToValueList(), cancellationToken).ConfigureAwait(false)).ToDictionary(each => each.Subject);
            foreach (var contact in contacts.OrderBy(contact => string.Join('\0', contact.Subject.Key), StringComparer.Ordinal))
            {
                var language = ReaderLanguage.Of(contact.Language, version, _register);
                var address = postal.GetValueOrDefault(contact.Subject) ?? new PostalContact(contact.Subject);
                yield return new NoticeLetter
                {
                    Subject = contact.Subject,
                    Name = address.Name,
                    AddressLines = address.AddressLines,
                    PostalCode = address.PostalCode,
                    City = address.City,
                    Region = address.Region,
                    Country = address.Country,
                    Language = language,
                    Text = _links?.Read(version, language),
                };
            }
        }
    }

    // What does not fit stands behind the last line, so that nothing of an address is lost.
    private static IEnumerable<string> LinesOf(NoticeLetter letter) => Enumerable.Range(0, Lines).Select(line =>
        line < Lines - 1 ? letter.AddressLines.ElementAtOrDefault(line) ?? "" : string.Join(", ", letter.AddressLines.Skip(line)));
}
