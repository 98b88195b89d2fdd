using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace GdprKit.Ledger;

public sealed class MatchTagsTests
{
    private static readonly SubjectId Ann = Customer(17);

    private static readonly SubjectId Bob = Customer(18);

    private readonly FixedKeys _keys = new();

    private MatchTags Tags => new(_keys);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_is_known_again_by_the_tag_of_the_order()
    {
        var order = (await Tags.MakeAsync([Ann], Token))[0];

        var found = await Tags.FindAsync([Bob, Ann, Customer(1)], MatchTagSet.Of([order]), Token);

        found.Should().Equal([], [order], []);
    }

    [Fact]
    public async Task A_tag_made_under_a_key_of_before_is_found_while_that_key_is_in_the_ring()
    {
        var before = (await Tags.MakeAsync([Ann], Token))[0];
        _keys.Rotate();
        var after = (await Tags.MakeAsync([Ann], Token))[0];

        after.KeyId.Should().NotBe(before.KeyId);
        after.Hash.Should().NotBe(before.Hash);
        (await Tags.FindAsync([Ann, Bob], MatchTagSet.Of([before]), Token)).Should().Equal([before], []);
        (await Tags.FindAsync([Bob, Ann], MatchTagSet.Of([before, after]), Token)).Should().Equal([], [after, before]);
    }

    [Fact]
    public async Task A_ring_that_lacks_the_key_of_a_tag_says_of_nobody_that_they_are_not_to_be_erased()
    {
        var first = (await Tags.MakeAsync([Ann], Token))[0];
        _keys.Rotate();
        var second = (await Tags.MakeAsync([Bob], Token))[0];

        // As when a copy of before the rotation is put back.
        _keys.ForgetCurrent();

        await RefusedAsync(_keys, [Ann], [first, second]);
        await RefusedAsync(_keys, [], [first, second]);
        (await Tags.FindAsync([Ann], MatchTagSet.Of([first]), Token)).Should().Equal([[first]], "the key of this one is there");
    }

    [Fact]
    public async Task The_ring_of_another_system_is_noticed()
    {
        var order = (await Tags.MakeAsync([Ann], Token))[0];
        var foreign = new FixedKeys();
        foreign.Rotate();
        foreign.Rotate();
        foreign.ForgetOldest();

        await RefusedAsync(foreign, [Ann], [order]);
    }

    [Fact]
    public async Task Without_a_ring_no_tag_is_made_and_none_found()
    {
        var order = (await Tags.MakeAsync([Ann], Token))[0];
        _keys.AreLost = true;

        await FluentActions.Awaiting(() => Tags.MakeAsync([Ann], Token).AsTask()).Should().ThrowAsync<KeyRingException>().WithMessage("GDPR3180: *");
        await FluentActions.Awaiting(() => Tags.FindAsync([Ann], MatchTagSet.Of([order]), Token).AsTask()).Should().ThrowAsync<KeyRingException>().WithMessage("GDPR3180: *");
        await FluentActions.Awaiting(() => new MatchTags(null).MakeAsync([Ann], Token).AsTask()).Should().ThrowAsync<KeyRingException>().WithMessage("GDPR3184: *");
        await FluentActions.Awaiting(() => new MatchTags(null).FindAsync([], MatchTagSet.Of([]), Token).AsTask()).Should().ThrowAsync<KeyRingException>().WithMessage("GDPR3184: *");
    }

    [Fact]
    public async Task What_is_hashed_is_as_the_documentation_has_it_byte_for_byte()
    {
        var heard = new HeardKeys();

        await new MatchTags(heard).MakeAsync(
            [Ann, SubjectId.Of(Key<SubjectKind>.Parse("members"), "north", 5, "é€"), SubjectId.Of(ShopKeys.Customers, "a\0b"), SubjectId.Of(ShopKeys.Customers, "\ud800")], Token);

        heard.Purpose.Should().Be(KeyPurpose.MatchTag);
        heard.Texts.Select(text => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text))).Should().Equal(
            Convert.ToHexStringLower("GdprKit match tag key 1"u8),
            Convert.ToHexStringLower("customers"u8) + "00" + Convert.ToHexStringLower("2:17"u8),
            Convert.ToHexStringLower("members"u8) + "00" + Convert.ToHexStringLower("5:north1:55:"u8) + "c3a9" + "e282ac",
            Convert.ToHexStringLower("customers"u8) + "00" + Convert.ToHexStringLower("3:a"u8) + "00" + "62",
            Convert.ToHexStringLower("customers"u8) + "00" + Convert.ToHexStringLower("3:"u8) + "efbfbd");
    }

    [Fact]
    public async Task A_tag_of_a_known_key_is_what_it_always_was()
    {
        // Computed with the hmac and hashlib of Python: HMAC-SHA-256 under "key" of the two texts of the documentation.
        var tag = (await new MatchTags(new HeardKeys()).MakeAsync([Ann], Token))[0];

        tag.ToString().Should().Be("bcaa588f8ca7808c-62b8e891d185ee40e58054bcd19bfb1545d6fba90412f7d6dc18ddad7b935c2f");
    }

    [Fact]
    public void No_two_people_are_hashed_alike()
    {
        // The same letters, cut into parts at other places.
        var person = Gen.Select(Choice("customers", "customers-1"), Choice("1111", "1:11", "2:11", "1\0001", "3:1:1"), Gen.Int[1, 3], Gen.Int[1, 3])
            .Select((kind, text, one, other) => SubjectId.Of(Key<SubjectKind>.Parse(kind), [.. Cut(text, Math.Min(one, other), Math.Max(one, other))]));

        Gen.Select(person, person).Sample((one, other) =>
        {
            var heard = new HeardKeys();
            _ = new MatchTags(heard).MakeAsync([one, other], CancellationToken.None).AsTask().IsCompletedSuccessfully;
            return (one == other) == (heard.Texts[1] == heard.Texts[2]);
        });
    }

    [Fact]
    public async Task Ten_thousand_are_looked_for_at_once_and_not_one_more()
    {
        var people = Enumerable.Range(0, 10_000).Select(Customer).ToValueList();
        _keys.Rotate();
        var orders = await Tags.MakeAsync(people.Where((_, number) => number % 1_000 == 999).ToValueList(), Token);

        var found = await Tags.FindAsync(people, MatchTagSet.Of(orders), Token);

        found.Index().Where(each => !each.Item.IsEmpty).Select(each => (each.Index, each.Item[0])).Should().Equal(orders.Select((tag, place) => ((1_000 * place) + 999, tag)));
        var tooMany = () => Tags.MakeAsync([.. people, Ann], Token).AsTask();
        await tooMany.Should().ThrowAsync<ArgumentOutOfRangeException>().WithMessage("GDPR1127: *");
    }

    [Fact]
    public async Task A_tag_has_one_text()
    {
        var tag = (await Tags.MakeAsync([Ann], Token))[0];

        MatchTag.Parse(tag.ToString()).Should().Be(tag);
        tag.ToString().Should().MatchRegex("^[0-9a-f]{16}-[0-9a-f]{64}$").And.NotContain("customers");
        tag.IsDefault.Should().BeFalse();
        default(MatchTag).IsDefault.Should().BeTrue();
        foreach (var text in (string?[])[null, "", "-", tag.ToString().ToUpperInvariant(), $" {tag}", $"{tag} ", tag.ToString()[1..], tag.ToString()[..^1], tag.ToString().Replace('-', '_')])
        {
            MatchTag.TryParse(text, out var read).Should().BeFalse();
            read.IsDefault.Should().BeTrue();
        }

        FluentActions.Invoking(() => MatchTag.Parse("17")).Should().Throw<FormatException>().WithMessage("GDPR1141: *").Which.Message.Should().NotContain("17");
    }

    [Fact]
    public async Task A_set_holds_each_tag_once_and_nobodys_not_at_all()
    {
        var tag = (await Tags.MakeAsync([Ann], Token))[0];

        MatchTagSet.Of([tag, tag, default]).Count.Should().Be(1);
        MatchTagSet.Of([]).Count.Should().Be(0);
        (await Tags.FindAsync([Ann], MatchTagSet.Of([default]), Token)).Should().Equal([[]], "what is no tag needs no key");
    }

    private static string[] Cut(string text, int first, int second) => first == second ? [text[..first], text[first..]] : [text[..first], text[first..second], text[second..]];

    private static Gen<string> Choice(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(place => texts[place]);

    private static SubjectId Customer(int number) => SubjectId.Of(ShopKeys.Customers, number);

    private static async Task RefusedAsync(IKeyRing ring, ValueList<SubjectId> people, MatchTag[] orders)
    {
        var finding = () => new MatchTags(ring).FindAsync(people, MatchTagSet.Of(orders), Token).AsTask();
        await finding.Should().ThrowAsync<KeyRingException>().WithMessage("GDPR3187: *");
    }

    /// <summary>One key, and an ear for what is hashed under it.</summary>
    private sealed class HeardKeys : IKeyRing
    {
        public KeyPurpose Purpose { get; private set; }

        public ValueList<string> Texts { get; private set; }

        public ValueTask<ValueList<ValueList<Digest>>> HashAsync(KeyPurpose purpose, ValueList<string> texts, CancellationToken cancellationToken)
        {
            (Purpose, Texts) = (purpose, texts);
            return new(texts.Select(text => (ValueList<Digest>)[Digest.FromBytes(HMACSHA256.HashData("key"u8, Encoding.UTF8.GetBytes(text)))]).ToValueList());
        }
    }
}
