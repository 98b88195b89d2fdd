using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Notices;

namespace GdprKit.Conformance.Notices;

/// <summary>What sources of contacts get wrong, each with the promise that it breaks.</summary>
internal static class ContactDefects
{
    public static IReadOnlyDictionary<string, ContactDefect> ByPromise { get; } = new Dictionary<string, ContactDefect>
    {
        ["A_row_without_a_readable_key_is_counted_and_passed_over"] = new() { Source = sound => new PassesOverInSilence(sound) },
        ["An_address_that_cannot_be_read_hides_nobody"] = new() { Source = sound => new LosesTheUnreadable(sound) },
        ["Compares_keys_ordinally"] = new() { Source = sound => new LeavesOutTheCase(sound) },
        ["Counts_add_up_to_everybody"] = new() { Source = sound => new CountsNobodyWithout(sound) },
        ["Finds_everybody_without_a_head_once"] = new() { Rows = rows => rows.Where(row => !row.IsHidden) },
        ["Finds_those_whose_row_and_link_are_there"] = new() { Source = sound => new FindsAsOftenAsAsked(sound) },
        ["Keeps_people_out_of_errors"] = new() { Source = sound => new TellsWhoItWas(sound) },
        ["Leaves_out_people_of_other_kinds"] = new() { Source = sound => new AsksForEverybody(sound) },
        ["Refuses_to_look_up_too_many"] = new() { Source = sound => new LooksUpAnyNumber(sound) },
        ["Stops_when_cancelled"] = new() { Source = sound => new CannotBeStopped(sound) },
        ["Tells_where_letters_reach_people"] = new() { Source = sound => new PrintsBlankLines(sound) },
        ["Tells_how_people_are_reached"] = new() { Source = sound => new MakesUpAddresses(sound) },
    };

    private sealed class PassesOverInSilence(IContactSource sound) : DefectiveContacts(sound)
    {
        public override async ValueTask<ContactCounts> CountAsync(ValueList<Key<SubjectKind>> people, StreamKind kind, StreamKey key, CancellationToken cancellationToken) =>
            await base.CountAsync(people, kind, key, cancellationToken) with { Unidentified = 0 };
    }

    private sealed class LosesTheUnreadable(IContactSource sound) : DefectiveContacts(sound)
    {
        public override async ValueTask<ContactPage> ReadWithoutHeadAsync(ContactQuery query, CancellationToken cancellationToken)
        {
            var page = await base.ReadWithoutHeadAsync(query, cancellationToken);
            return page with { Contacts = page.Contacts.Where(contact => !contact.IsAddressUnreadable).ToValueList() };
        }
    }

    private sealed class LeavesOutTheCase(IContactSource sound) : DefectiveContacts(sound)
    {
        public override ValueTask<ValueList<Contact>> FindAsync(ValueList<SubjectId> people, CancellationToken cancellationToken) =>
            base.FindAsync(people.Select(person => SubjectId.Of(person.Kind, person.Key[0].ToLowerInvariant())).ToValueList(), cancellationToken);
    }

    private sealed class CountsNobodyWithout(IContactSource sound) : DefectiveContacts(sound)
    {
        public override async ValueTask<ContactCounts> CountAsync(ValueList<Key<SubjectKind>> people, StreamKind kind, StreamKey key, CancellationToken cancellationToken) =>
            await base.CountAsync(people, kind, key, cancellationToken) with { Without = 0 };
    }

    private sealed class FindsAsOftenAsAsked(IContactSource sound) : DefectiveContacts(sound)
    {
        public override async ValueTask<ValueList<Contact>> FindAsync(ValueList<SubjectId> people, CancellationToken cancellationToken)
        {
            var found = await base.FindAsync(people, cancellationToken);
            return people.SelectMany(person => found.Where(contact => contact.Subject == person)).ToValueList();
        }
    }

    private sealed class TellsWhoItWas(IContactSource sound) : DefectiveContacts(sound)
    {
        public override ValueTask<ValueList<Contact>> FindAsync(ValueList<SubjectId> people, CancellationToken cancellationToken) => people.Count > 10_000
            ? throw new ArgumentOutOfRangeException(nameof(people), people[0].Key[0], "Too many.")
            : base.FindAsync(people, cancellationToken);
    }

    private sealed class AsksForEverybody(IContactSource sound) : DefectiveContacts(sound)
    {
        public override ValueTask<ContactPage> ReadWithoutHeadAsync(ContactQuery query, CancellationToken cancellationToken) =>
            base.ReadWithoutHeadAsync(query with { People = [DomainKeys.People, DomainKeys.Staff] }, cancellationToken);
    }

    private sealed class LooksUpAnyNumber(IContactSource sound) : DefectiveContacts(sound)
    {
        public override async ValueTask<ValueList<Contact>> FindAsync(ValueList<SubjectId> people, CancellationToken cancellationToken) =>
            await base.FindAsync(people.Take(10_000).ToValueList(), cancellationToken);
    }

    private sealed class CannotBeStopped(IContactSource sound) : DefectiveContacts(sound)
    {
        public override ValueTask<ContactPage> ReadWithoutHeadAsync(ContactQuery query, CancellationToken cancellationToken) => base.ReadWithoutHeadAsync(query, CancellationToken.None);
    }

    private sealed class PrintsBlankLines(IContactSource sound) : DefectiveContacts(sound)
    {
        public override async ValueTask<ValueList<PostalContact>> FindPostalAsync(ValueList<SubjectId> people, CancellationToken cancellationToken) =>
            (await base.FindPostalAsync(people, cancellationToken)).Select(each => each with { AddressLines = [.. each.AddressLines, ""] }).ToValueList();
    }

    private sealed class MakesUpAddresses(IContactSource sound) : DefectiveContacts(sound)
    {
        public override async ValueTask<ContactPage> ReadWithoutHeadAsync(ContactQuery query, CancellationToken cancellationToken)
        {
            var page = await base.ReadWithoutHeadAsync(query, cancellationToken);
            return page with { Contacts = page.Contacts.Select(contact => contact with { EmailAddress = contact.EmailAddress ?? "" }).ToValueList() };
        }
    }
}
