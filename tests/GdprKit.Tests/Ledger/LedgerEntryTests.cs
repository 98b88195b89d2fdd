using System.Text;
using CsCheck;

namespace GdprKit.Ledger;

public sealed class LedgerEntryTests
{
    private const string Note = "{\"note\":\"by phone\"}";

    // Computed apart from this code, from the layout that LedgerEntry documents.
    private const string DetailsCommitment = "04fd5bddac32e441591fd0d1f2d9d34f5cebb2d7e49d27dfa140353591217fd6";

    private const string HashWithDetails = "41e2731d4a83ab00d2717a87658f1b2d65129af04d7b80bd6e18c61e85ac2a01";

    private const string HashWithout = "e5cf5eec0253b1959baea11e86ede518ba293db2e6ceefcfe4bb98c360250878";

    private static readonly LedgerEntry Plain = new()
    {
        Id = EntryId.Parse("0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"),
        Stream = new(StreamKind.Parse("consent"), SubjectRef.Parse("000102030405060708090a0b0c0d0e0f"), StreamKey.Parse("newsletter/email")),
        Version = 3,
        RecordedAt = LedgerTime.FromMicroseconds(1_795_685_400_123_456),
        Type = EntryType.Parse("consent.withdrawn/1"),
        Salt = EntrySalt.FromBytes([.. Enumerable.Range(0, 16).Select(value => (byte)value)]),
        Facts = Utf8("{\"byPerson\":true}"),
        Hash = Digest.Parse(HashWithout),
    };

    private static readonly LedgerEntry Detailed = Plain with
    {
        Details = EntryDetails.FromStored(EntrySalt.FromBytes([.. Enumerable.Range(16, 16).Select(value => (byte)value)]), Encoding.UTF8.GetBytes(Note)),
        DetailsCommitment = Digest.Parse(DetailsCommitment),
        Content = [Digest.Of("abc"u8)],
        Hash = Digest.Parse(HashWithDetails),
    };

    [Fact]
    public void The_hash_is_taken_byte_for_byte_as_documented()
    {
        Plain.IsIntact.Should().BeTrue();
        Detailed.IsIntact.Should().BeTrue();
        EntryHashing.HashOf(Plain).ToString().Should().Be(HashWithout);
        EntryHashing.HashOf(Detailed).ToString().Should().Be(HashWithDetails);
    }

    [Fact]
    public void An_entry_whose_details_were_forgotten_is_still_intact()
    {
        (Detailed with { Details = null }).IsIntact.Should().BeTrue();
        (Detailed with { Details = null, DetailsCommitment = null }).IsIntact.Should().BeFalse("that there were details is part of the hash");
    }

    public static TheoryData<string> Changes => [.. Tampered().Keys];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Whatever_is_changed_is_noticed(string change) => Tampered()[change].IsIntact.Should().BeFalse();

    [Fact]
    public void A_flipped_bit_in_facts_or_details_is_noticed() => Gen.Select(Gen.Int[0, 16], Gen.Int[0, 7], Gen.Bool).Sample((position, bit, inDetails) =>
    {
        byte[] bytes = inDetails ? [.. Detailed.Details!.Json] : [.. Detailed.Facts];
        bytes[position] ^= (byte)(1 << bit);

        var changed = inDetails
            ? Detailed with { Details = EntryDetails.FromStored(Detailed.Details!.Salt, bytes) }
            : Detailed with { Facts = [.. bytes] };

        return !changed.IsIntact;
    });

    [Fact]
    public void The_same_facts_have_another_hash_every_time() =>
        Enumerable.Range(0, 100).Select(_ => EntrySealing.Seal(Subscription.Stop(), Plain.Stream, 1, Plain.RecordedAt))
            .Select(entry => EntryHashing.HashOf(entry with { Id = Plain.Id }))
            .Should().OnlyHaveUniqueItems("a hash that could be tried against guesses would give away what expired");

    [Fact]
    public void Details_are_texts_under_names_in_one_order()
    {
        var details = EntryDetails.Of(("note", "by phone, \"please\""), ("address", "ann@example.nl"));

        Encoding.UTF8.GetString([.. details.Json]).Should().Be("{\"address\":\"ann@example.nl\",\"note\":\"by phone, \\\"please\\\"\"}");
        details["note"].Should().Be("by phone, \"please\"");
        details["other"].Should().BeNull();
        EntryDetails.FromStored(details.Salt, [.. details.Json]).Should().Be(details);
    }

    [Fact]
    public void Details_without_a_text_or_with_a_name_twice_are_refused()
    {
        Action[] malformed =
        [
            () => EntryDetails.Of(),
            () => EntryDetails.Of(("Note", "x")),
            () => EntryDetails.Of(("note", "x"), ("note", "y")),
            () => EntryDetails.Of(("note", null!)),
            () => EntryDetails.Of(("note", new string('x', LedgerLimits.DocumentBytes))),
        ];

        malformed.Should().AllSatisfy(making => making.Should().Throw<ArgumentException>().WithMessage("GDPR1114: *"));
    }

    [Fact]
    public void Content_is_known_by_the_digest_of_its_bytes()
    {
        LedgerContent.Of("abc"u8).Digest.Should().Be(Digest.Of("abc"u8));
        FluentActions.Invoking(() => LedgerContent.Of(new byte[LedgerLimits.ContentBytes + 1])).Should().Throw<ArgumentException>().WithMessage("GDPR1115: *");
    }

    [Fact]
    public void Nothing_that_is_printed_says_whom_an_entry_is_about_or_what_it_says()
    {
        Detailed.ToString().Should().Be("consent.withdrawn/1, version 3 of a consent stream");
        Detailed.Details!.ToString().Should().Be("details");
        Detailed.Salt.ToString().Should().Be("salt");
        (Subscription.Stop() with { Details = Detailed.Details }).ToString().Should().Be("test.stopped/1");
    }

    [Fact]
    public void A_salt_has_16_bytes() =>
        FluentActions.Invoking(() => EntrySalt.FromBytes(new byte[15])).Should().Throw<ArgumentException>().WithMessage("GDPR1107: *");

    private static Dictionary<string, LedgerEntry> Tampered() => new()
    {
        ["id"] = Detailed with { Id = EntryId.New(Detailed.RecordedAt) },
        ["kind"] = Detailed with { Stream = Detailed.Stream with { Kind = StreamKind.Parse("consens") } },
        ["subject"] = Detailed with { Stream = Detailed.Stream with { Subject = SubjectRef.New() } },
        ["key"] = Detailed with { Stream = Detailed.Stream with { Key = StreamKey.Parse("newsletter/Email") } },
        ["a letter moved from kind to key"] = Detailed with { Stream = new(StreamKind.Parse("consentn"), Detailed.Stream.Subject, StreamKey.Parse("ewsletter/email")) },
        ["version"] = Detailed with { Version = 4 },
        ["instant"] = Detailed with { RecordedAt = Detailed.RecordedAt + LedgerTime.Step },
        ["type"] = Detailed with { Type = EntryType.Parse("consent.given/1") },
        ["version of the type"] = Detailed with { Type = EntryType.Parse("consent.withdrawn/2") },
        ["salt"] = Detailed with { Salt = EntrySalt.New() },
        ["facts"] = Detailed with { Facts = Utf8("{\"byPerson\":false}") },
        ["details"] = Detailed with { Details = EntryDetails.Of(("note", "by post")) },
        ["details and their commitment"] = Detailed with { DetailsCommitment = Digest.Of("abc"u8), Details = null },
        ["content"] = Detailed with { Content = [] },
        ["order of content"] = EntryWithTwo() with { Content = [.. EntryWithTwo().Content.Reverse()] },
        ["hash"] = Detailed with { Hash = Digest.Of("abc"u8) },
    };

    private static LedgerEntry EntryWithTwo()
    {
        var entry = Detailed with { Content = [Digest.Of("abc"u8), Digest.Of("abd"u8)] };
        return entry with { Hash = EntryHashing.HashOf(entry) };
    }

    private static ValueList<byte> Utf8(string text) => [.. Encoding.UTF8.GetBytes(text)];
}
