"""What leaves the house: a regiowerkboek in other formats. Each export is bytes; writing them is somebody else's."""
