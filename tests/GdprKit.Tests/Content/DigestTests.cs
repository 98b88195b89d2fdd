using System.Text;
using CsCheck;

namespace GdprKit.Content;

public sealed class DigestTests
{
    // FIPS 180-4, the example of one block.
    private const string OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static readonly Gen<Digest> Digests = Gen.Byte.Array[Digest.ByteCount].Select(bytes => Digest.FromBytes(bytes));

    [Fact]
    public void The_digest_of_content_is_its_SHA_256() => Digest.Of("abc"u8).ToString().Should().Be(OfAbc);

    [Fact]
    public void No_content_has_a_digest_that_is_not_default()
    {
        Digest.Of([]).ToString().Should().Be("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        Digest.Of([]).IsDefault.Should().BeFalse();
    }

    [Fact]
    public void Default_is_written_as_zeros_and_says_that_it_is_default()
    {
        default(Digest).IsDefault.Should().BeTrue();
        default(Digest).ToString().Should().Be(new string('0', 64));
    }

    [Fact]
    public void A_digest_is_read_back_from_its_text_and_from_its_bytes() => Digests.Sample(digest =>
    {
        Span<byte> bytes = stackalloc byte[Digest.ByteCount];
        digest.CopyTo(bytes);

        Digest.Parse(digest.ToString()).Should().Be(digest);
        Digest.FromBytes(bytes).Should().Be(digest);
        digest.ToString().Should().Be(Convert.ToHexStringLower(bytes));
    });

    [Fact]
    public void Digests_are_ordered_as_their_texts_are() => Gen.Select(Digests, Digests).Sample((left, right) =>
    {
        Math.Sign(left.CompareTo(right)).Should().Be(Math.Sign(string.CompareOrdinal(left.ToString(), right.ToString())));
        (left < right).Should().Be(right > left);
        (left <= right).Should().Be(right >= left);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(31)]
    public void Every_byte_counts_in_equality_and_order(int index)
    {
        var bytes = new byte[Digest.ByteCount];
        bytes[index] = 1;
        var digest = Digest.FromBytes(bytes);

        digest.Should().NotBe(default(Digest));
        (digest == default).Should().BeFalse();
        (digest > default(Digest)).Should().BeTrue();
    }

    [Fact]
    public void Equal_digests_have_equal_hash_codes() =>
        Digest.Parse(OfAbc).GetHashCode().Should().Be(Digest.Of("abc"u8).GetHashCode());

    [Theory]
    [InlineData("")]
    [InlineData("ba7816bf")]
    [InlineData(OfAbc + "0")]
    [InlineData(" " + OfAbc)]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Anything_but_64_lower_case_hexadecimal_digits_is_refused(string text)
    {
        Digest.TryParse(text, out var digest).Should().BeFalse();
        digest.IsDefault.Should().BeTrue();
        FluentActions.Invoking(() => Digest.Parse(text)).Should().Throw<FormatException>().WithMessage("GDPR1050: *");
    }

    [Fact]
    public void No_text_is_no_digest()
    {
        Digest.TryParse(null, out _).Should().BeFalse();
        FluentActions.Invoking(() => Digest.Parse(null!)).Should().Throw<ArgumentNullException>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Anything_but_32_bytes_is_refused(int length) =>
        FluentActions.Invoking(() => Digest.FromBytes(new byte[length])).Should().Throw<ArgumentException>().WithMessage($"GDPR1051: a digest has 32 bytes, not {length}.*");

    [Fact]
    public void Without_room_nothing_is_written()
    {
        var text = new char[63];

        Digest.Of("abc"u8).TryFormat(text, out var written).Should().BeFalse();

        written.Should().Be(0);
        text.Should().OnlyContain(character => character == '\0');
        FluentActions.Invoking(() => Digest.Of("abc"u8).CopyTo(new byte[31])).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void What_reads_and_writes_any_value_reads_and_writes_a_digest()
    {
        ReadAs<Digest>(OfAbc).Should().Be(Digest.Of("abc"u8));
        FluentActions.Invoking(() => ReadAs<Digest>("abc")).Should().Throw<FormatException>();

        static T ReadAs<T>(string text)
            where T : ISpanParsable<T> => T.TryParse(text, null, out var read) && T.TryParse(text.AsSpan(), null, out _) ? read : T.Parse(text, null);
    }

    [Fact]
    public void A_digest_stands_in_an_interpolated_text_whatever_the_format() =>
        $"sha256-{Digest.Of(Encoding.UTF8.GetBytes("abc")):X}".Should().Be("sha256-" + OfAbc);
}
