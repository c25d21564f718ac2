#!/bin/sh
echo reader
