using CsCheck;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class NormalFormTests
{
    [Fact]
    public void The_order_of_declarations_is_not_part_of_a_register() =>
        Gen.Select(RegisterGen.Declarations, Gen.Int).Sample((declarations, seed) =>
        {
            var register = RegisterCheck.Accept(declarations, []);
            var permuted = RegisterCheck.Accept(Permutation.Of(declarations, seed), []);
            return register.Equals(permuted)
                && register.Declarations == permuted.Declarations
                && register.Hash == permuted.Hash
                && register.GetHashCode() == permuted.GetHashCode();
        });

    [Fact]
    public void The_normal_form_of_a_normal_form_is_itself() =>
        RegisterGen.Registers.Sample(register => NormalForm.Of(register.Declarations) == register.Declarations);

    [Fact]
    public void An_address_is_the_same_whatever_the_case_of_its_host()
    {
        Shop("HTTPS://WWW.Example.NL").Should().Be(Shop("https://www.example.nl/"));
        Shop("HTTPS://WWW.Example.NL").Hash.Should().Be(Shop("https://www.example.nl/").Hash);
    }

    [Fact]
    public void Registers_that_name_another_place_in_a_law_are_not_equal()
    {
        var one = Law("https://www.example.nl/wet#artikel-1");
        var other = Law("https://www.example.nl/wet#artikel-2");

        one.Should().NotBe(other);
        one.Hash.Should().NotBe(other.Hash);
    }

    [Fact]
    public void Twelve_months_and_a_year_are_other_words()
    {
        Evidence(Period.FromMonths(12)).Should().NotBe(Evidence(Period.FromYears(1)));
        Evidence(new PeriodBuilder { Years = 1, Days = 0 }.Build()).Should().Be(Evidence(Period.FromYears(1)));
    }

    private static ProcessingRegister Shop(string website) =>
        Accept(register => register.Controller(controller => controller with { Contact = controller.Contact with { Website = new Uri(website) } }));

    private static ProcessingRegister Law(string url) =>
        Accept(register => register.Category(CitizenNumber, category => category with { Law = new Citation("art. 28", new Uri(url)) }));

    private static ProcessingRegister Evidence(Period period) => Accept(register => register with { OwnRecords = new OwnRecords { Evidence = period } });

    private static ProcessingRegister Accept(Func<RegisterDeclarations, RegisterDeclarations> change) =>
        RegisterCheck.Accept(change(TestRegisters.Shop().Declarations), []);
}
