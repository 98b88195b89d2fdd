using AdventureWorks;
using GdprKit.EntityFrameworkCore.Chinook;
using Northwind;
using Sakila;

namespace GdprKit.EntityFrameworkCore.Starter;

/// <summary>What a newcomer gets for a database that everybody can look up, and what is still to be done by hand.</summary>
public sealed class PublicSchemaTests
{
    private const int TooMany = 10;

    /// <summary>What no program can know of anybody.</summary>
    private static readonly string[] OfEverybody =
    [
        "how often a backup is made, and how long it is kept.",
        "how people reach you about their data; add address and telephone number where you have them.",
        "how the data are protected.",
        "the name of your organisation, with its legal form.",
        "who hosts the data, and everybody else who works with them for you: accountant, mail program, payment provider.",
    ];

    [Fact]
    public void Chinook_is_a_shop_with_staff()
    {
        var chinook = ProposedCode.Of<ChinookContext>();

        chinook.People.Should().Equal("customers", "employees");
        chinook.Activities.Should().Equal("invoicing", "orders", "staff-administration");
        ShouldBeWhole(chinook, kept: []);
        ShouldTakeFewEdits(
            chinook,
            fillIns: ["the date of the end of the employment; Employee has none. Without it, an employee is kept for good and reported."],
            corrections: []);
    }

    [Fact]
    public void Northwind_is_a_wholesale_business_with_suppliers_and_staff()
    {
        var northwind = ProposedCode.Of<NorthwindContext>();

        northwind.People.Should().Equal("customers", "employees", "suppliers");
        northwind.Activities.Should().Equal("invoicing", "orders", "purchasing", "staff-administration");
        ShouldBeWhole(northwind, kept: []);
        ShouldTakeFewEdits(
            northwind,
            fillIns:
            [
                "the date of the end of the employment; Employee has none. Without it, an employee is kept for good and reported.",
                "the date of the end of our relationship; Supplier has none. Without it, a supplier is kept for good and reported.",
            ],
            corrections: []);
    }

    [Fact]
    public void Sakila_rents_films_out()
    {
        var sakila = ProposedCode.Of<SakilaContext>();

        sakila.People.Should().Equal("actors", "customers", "employees");
        sakila.Activities.Should().Equal("catalogue", "invoicing", "services", "staff-administration");
        // The address and the manager of a store stay as long as the store.
        ShouldBeWhole(sakila, kept: ["Address GDPR4041", "Address GDPR4045", "Staff GDPR4045"]);
        ShouldTakeFewEdits(
            sakila,
            fillIns:
            [
                "the date of the end of the employment; Staff has none. Without it, an employee is kept for good and reported.",
                "the dates from which its periods run, 'end-of-employment', 'last-payment', 'last-rental' and 'payment', where Address can tell them; until then its rows are kept and reported.",
                "what these are: Customer.Active, Customer.StoreId.",
            ],
            corrections:
            [
                // Actors play in a film, and did not make it.
                ("SakilaRegister.cs", "Wij noemen wie de werken in onze catalogus maakte."),
            ]);
    }

    /// <summary>The one that the lists of words were first tried on when they were made: it needed eight edits then, too.</summary>
    [Fact]
    public void AdventureWorks_sells_bicycles()
    {
        var bicycles = ProposedCode.Of<AdventureWorksContext>();

        bicycles.People.Should().Equal("customers");
        bicycles.Activities.Should().Equal("invoicing", "orders");
        ShouldBeWhole(bicycles, kept: ["Address GDPR4041"]);
        ShouldTakeFewEdits(
            bicycles,
            fillIns:
            [
                "it seems to hold a name by which somebody signs in, by 'username' in its name, and nothing says whose it is.",
                "the dates from which its periods run, 'last-purchase' and 'purchase', where Address can tell them; until then its rows are kept and reported.",
                "what these are: Customer.NameStyle, Customer.SalesPerson.",
            ],
            corrections: []);
    }

    /// <summary>It compiles without a warning, the register is accepted, the maps fit the model, nothing is undeclared.</summary>
    private static void ShouldBeWhole(ProposedCode code, string[] kept)
    {
        code.Problems.Should().BeEmpty();
        code.Uncovered.Should().BeEmpty();
        code.Kept.Should().BeEquivalentTo(kept);
        code.Register.Warnings.Select(warning => warning.Id).Should().BeSubsetOf(["GDPR4132"], "only a balancing test cannot be written by a program");
        code.Register.Languages.Should().Equal(Language.English, Language.Dutch);
    }

    /// <summary>What is to be filled in, and what was guessed wrong; what was guessed right is only read.</summary>
    private static void ShouldTakeFewEdits(ProposedCode code, string[] fillIns, (string File, string Text)[] corrections)
    {
        code.FillIns.Should().BeEquivalentTo([.. OfEverybody, .. fillIns]);
        corrections.Where(wrong => !code[wrong.File].Contains(wrong.Text, StringComparison.Ordinal)).Should().BeEmpty("a correction is of something that is proposed");
        (code.FillIns.Count() + corrections.Length).Should().BeLessThan(TooMany);
    }
}
