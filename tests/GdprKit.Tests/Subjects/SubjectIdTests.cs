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
}
