using CsCheck;

namespace GdprKit;

public sealed class NormalFormTests
{
    [Fact]
    public void Registers_of_random_shape_are_accepted() => RegisterGen.Registers.Sample(register => register.Activities.Count > 1);

    [Fact]
    public void The_order_of_declarations_is_not_part_of_a_register() =>
        Gen.Select(RegisterGen.Declarations, Gen.Int).Sample((declarations, seed) =>
        {
            var register = RegisterCheck.Accept(declarations, []);
            var permuted = RegisterCheck.Accept(Permutation.Of(declarations, seed), []);
            return register.Equals(permuted) && register.Hash == permuted.Hash && register.GetHashCode() == permuted.GetHashCode();
        });
}
