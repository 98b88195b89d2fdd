using System.Globalization;

namespace GdprKit.Subjects;

public sealed class SubjectIdTests
{
    [Fact]
    public void The_parts_of_a_key_are_texts_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("sv-SE");
        try
        {
            SubjectId.Of(ShopKeys.Customers, -42, "a", Guid.Empty).Key.Should().Equal("-42", "a", "00000000-0000-0000-0000-000000000000");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_same_person_is_equal_and_letters_of_another_case_are_another_person()
    {
        SubjectId.Of(ShopKeys.Customers, 42).Should().Be(SubjectId.Of(ShopKeys.Customers, "42"));
        SubjectId.Of(ShopKeys.Customers, "ann").Should().NotBe(SubjectId.Of(ShopKeys.Customers, "Ann"));
        SubjectId.Of(ShopKeys.Customers, 42).Should().NotBe(SubjectId.Of(ShopKeys.Employees, 42));
    }

    [Fact]
    public void Its_text_withholds_the_key()
    {
        SubjectId.Of(ShopKeys.Customers, "ann@example.nl").ToString().Should().Be("customers (key withheld)");
    }

    [Fact]
    public void A_person_without_a_kind_or_a_part_of_the_key_is_refused()
    {
        Action[] incomplete =
        [
            () => SubjectId.Of(default, 42),
            () => SubjectId.Of(ShopKeys.Customers),
            () => SubjectId.Of(ShopKeys.Customers, 42, ""),
            () => SubjectId.Of(ShopKeys.Customers, null!, 42),
        ];

        incomplete.Should().AllSatisfy(making => making.Should().Throw<ArgumentException>().WithMessage("GDPR1081*"));
    }

    [Fact]
    public void The_values_of_a_row_are_a_key_when_every_part_is_letter_by_letter()
    {
        var member = SubjectId.Of(ShopKeys.Customers, 7, "ann");

        member.HasKey(7, "ann").Should().BeTrue();
        member.HasKey(7L, "ann").Should().BeTrue();
        member.HasKey(7, "Ann").Should().BeFalse();
        member.HasKey(7).Should().BeFalse();
        member.HasKey(7, null).Should().BeFalse();
    }

    [Theory]
    [InlineData("42", typeof(int), 42)]
    [InlineData("-1", typeof(long), -1L)]
    [InlineData("255", typeof(byte?), (byte)255)]
    [InlineData("ann ", typeof(string), "ann ")]
    public void A_part_of_a_key_is_read_as_a_value_of_the_property(string text, Type type, object expected)
    {
        SubjectId.TryReadKey(text, type, out var value).Should().BeTrue();
        value.Should().Be(expected);
    }

    [Theory]
    [InlineData("042", typeof(int))]
    [InlineData("+42", typeof(int))]
    [InlineData(" 42", typeof(int))]
    [InlineData("4.2", typeof(int))]
    [InlineData("256", typeof(byte))]
    [InlineData("ann", typeof(long))]
    [InlineData("6F9619FF-8B86-D011-B42D-00C04FC964FF", typeof(Guid))]
    [InlineData("{6f9619ff-8b86-d011-b42d-00c04fc964ff}", typeof(Guid))]
    [InlineData("Monday", typeof(DayOfWeek))]
    [InlineData("2026-01-31", typeof(DateOnly))]
    public void A_text_that_is_written_otherwise_is_nobodys_key(string text, Type type)
    {
        SubjectId.TryReadKey(text, type, out var value).Should().BeFalse();
        value.Should().BeNull();
    }
}
