package dev.ouroboros.kernels.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.layer.DeviceMissing;
import dev.ouroboros.kernels.device.DeviceInfo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevicesTest {
    private static final List<DeviceInfo> TWO = List.of(named(0, "pthread-skylake"), named(1, "Radeon 7"));

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "radeon, 1", "PTHREAD, 0", "7, 1"})
    void aDeviceIsChosenByNumberOrPartOfItsName(String choice, int expected) {
        assertEquals(expected, Devices.choose(TWO, choice).index());
    }

    @Test
    void withoutAChoiceItIsTheFirst() {
        assertEquals(0, Devices.choose(TWO, null).index());
    }

    @ParameterizedTest
    @CsvSource({"arc, no OpenCL device", "2, no OpenCL device", "d, more than one"})
    void anUnclearChoiceListsTheDevices(String choice, String problem) {
        var missing = assertThrows(DeviceMissing.class, () -> Devices.choose(TWO, choice));
        String message = String.valueOf(missing.getMessage());
        assertTrue(message.startsWith(problem), message);
        assertTrue(message.contains("0  pthread-skylake") && message.contains("1  Radeon 7"), message);
    }

    @Test
    void noDeviceAtAllNamesTheMend() {
        var missing = assertThrows(DeviceMissing.class, () -> Devices.choose(List.of(), null));
        assertTrue(String.valueOf(missing.getMessage()).contains("apt-get install"));
    }

    @Test
    void thisMachinesDevicesAreListedByAWorker() {
        assertTrue(Machine.DEVICE.computeUnits() > 0);
        assertTrue(Machine.DEVICE.localMemory() > 0);
        assertTrue(Machine.DEVICE.maxWorkGroupSize() > 0);
    }

    private static DeviceInfo named(int index, String name) {
        return new DeviceInfo(index, "p", name, "OpenCL 3.0", "1", true, 2, 1000, 64, 1024, 1024, 8, true);
    }
}
