namespace GdprKit;

public sealed class ValidRegisterTests
{
    [Fact]
    public void A_register_without_faults_comes_into_being_without_warnings()
    {
        TestRegisters.Shop().Warnings.Should().BeEmpty();
    }
}
